import "server-only";
import { Prisma } from "@/lib/db/generated/client";
import type { OfficeViewer, Viewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import type { Now } from "@/lib/shared/clock";
import { NotAllowed, NotFound } from "@/lib/shared/problem";
import { ok, type Result } from "@/lib/shared/result";
import type { Status } from "@/lib/timeline/statuses";
import { divide, type HandOver, type HandOverInput, receiversFor } from "./hand-over";
import { ownOffice } from "./inbox";
import { loadTeam } from "./team.server";

export interface HeldReport {
  readonly id: string;
  readonly status: Status;
  readonly isProtected: boolean;
}

/** Whoever plans the team and also distributes its reports. */
export function requireHandingOver(viewer: Viewer): OfficeViewer {
  if (!mayHandOver(viewer)) throw new NotAllowed("hand over");
  return viewer;
}

export function mayHandOver(viewer: Viewer): viewer is OfficeViewer {
  if (viewer.kind !== "office") return false;
  return can(viewer, "officers:plan", { officeId: viewer.officeId }) && can(viewer, "report:assign", ownOffice(viewer));
}

type Client = Pick<Prisma.TransactionClient, "account" | "report" | "$queryRaw">;

interface Asked extends HandOverInput {
  readonly now: Now;
  /** Whether the reports are held until the transaction ends, for who is about to move them. */
  readonly holds: boolean;
}

/** Who would get what. The same for the page that asks whether it is right and for the act itself. */
export async function planHandOver(
  client: Client,
  viewer: OfficeViewer,
  { accountId, to, now, holds }: Asked,
): Promise<Result<HandOver<HeldReport>>> {
  const reports = await openReportsOf(client, viewer, { accountId, holds });
  const team = await loadTeam(client, viewer, now);
  if (!team.some(({ id }) => id === accountId) && !(await workedHere(client, viewer, accountId))) {
    throw new NotFound("officer");
  }
  const others = team.filter(({ id }) => id !== accountId);
  const receivers = receiversFor(others, to, now.today);
  if (!receivers.ok) return receivers;
  return ok(divide(reports, to, { receivers: receivers.value, day: now.today }));
}

async function workedHere(client: Client, { officeId }: OfficeViewer, accountId: string): Promise<boolean> {
  return (
    (await client.account.count({ where: { id: accountId, mandates: { some: { organisationId: officeId } } } })) > 0
  );
}

function openReportsOf(
  client: Client,
  { officeId, protectedCases }: OfficeViewer,
  { accountId, holds }: Pick<Asked, "accountId" | "holds">,
): Promise<HeldReport[]> {
  return client.$queryRaw`SELECT id, status::text AS status, is_protected AS "isProtected" FROM reports
    WHERE office_id = ${officeId}::uuid AND officer_id = ${accountId}::uuid AND closed_at IS NULL
      AND (NOT is_protected OR ${protectedCases})
    ORDER BY id ${holds ? Prisma.sql`FOR UPDATE` : Prisma.empty}`;
}
