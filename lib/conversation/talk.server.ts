import "server-only";
import { prisma } from "@/lib/db/client.server";
import type { PersonViewer, Viewer } from "@/lib/identity/viewer";
import { type Action, can } from "@/lib/policy/can";
import { visibleReports } from "@/lib/policy/report-rules";
import { NotAllowed, NotFound } from "@/lib/shared/problem";
import { readReference } from "@/lib/shared/reference";

type TalkAction = Extract<Action, "message:send" | "note:write" | "request:ask" | "request:answer">;

export const talkColumns = {
  id: true,
  reference: true,
  status: true,
  organisationId: true,
  locationId: true,
  officeId: true,
  isProtected: true,
} as const;

/** The report that is talked about; absent and not yours are both NotFound, seen but not yours to do is NotAllowed. */
export async function findTalk(viewer: Viewer, given: string, action: TalkAction) {
  const report = await prisma.report.findFirst({
    where: { AND: [visibleReports(viewer), { reference: readReference(given) ?? "" }] },
    select: talkColumns,
  });
  if (report === null) throw new NotFound("report");
  if (!can(viewer, action, report)) throw new NotAllowed(action);
  return report;
}

export type Talk = Awaited<ReturnType<typeof findTalk>>;

/** Where the page goes on after something was said, and what it says there. */
export interface Said {
  readonly reference: string;
  readonly side: PersonViewer["kind"];
}

export function saidOn({ reference }: Pick<Talk, "reference">, viewer: Viewer): Said {
  if (viewer.kind === "client" || viewer.kind === "system") throw new NotAllowed("message:send");
  return { reference, side: viewer.kind };
}
