import "server-only";
import type { z } from "zod";
import { usualReason } from "@/lib/audit/entry";
import { record } from "@/lib/audit/record.server";
import { transact } from "@/lib/audit/transact.server";
import { isPerson, type Viewer } from "@/lib/identity/viewer";
import { visibleReports } from "@/lib/policy/report-rules";
import type { Now } from "@/lib/shared/clock";
import { NotAllowed, NotFound } from "@/lib/shared/problem";
import { readReference } from "@/lib/shared/reference";
import { ok, type Result } from "@/lib/shared/result";
import type { watchInput } from "../inputs";
import { reportPath } from "../views";

type Watch = z.infer<typeof watchInput>;

interface Watched {
  /** Where the report is read. */
  readonly path: string;
  readonly watch: Watch["watch"];
}

/** Somebody who may read a report chooses what he hears of it. */
export function watchReport(viewer: Viewer, input: Watch, now: Now): Promise<Result<Watched>> {
  if (!isPerson(viewer)) throw new NotAllowed("report:read");
  const { accountId, kind } = viewer;
  return transact(viewer, now, async (tx) => {
    const report = await tx.client.report.findFirst({
      where: { AND: [visibleReports(viewer), { reference: readReference(input.reference) ?? "" }] },
      select: { id: true, reference: true },
    });
    if (report === null) throw new NotFound("report");
    const key = { reportId: report.id, accountId };
    if (input.watch === "part") {
      await tx.client.watch.deleteMany({ where: key });
    } else {
      const isMuted = input.watch === "mute";
      await tx.client.watch.upsert({
        where: { reportId_accountId: key },
        create: { ...key, isMuted, since: now.at },
        update: { isMuted },
      });
    }
    record(tx, { action: "report:watch", object: { kind: "report", id: report.id }, reason: usualReason(viewer) });
    return ok({ path: reportPath(kind, report.reference), watch: input.watch });
  });
}
