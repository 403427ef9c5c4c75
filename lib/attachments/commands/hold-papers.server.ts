import "server-only";
import type { z } from "zod";
import { usualReason } from "@/lib/audit/entry";
import { record } from "@/lib/audit/record.server";
import { type Transaction, transact } from "@/lib/audit/transact.server";
import { sealText } from "@/lib/db/seal.server";
import type { PersonViewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import { type HeldReport, holdReport } from "@/lib/reports/hold-report.server";
import type { Now } from "@/lib/shared/clock";
import { newId } from "@/lib/shared/ids";
import { NotAllowed } from "@/lib/shared/problem";
import { fail, ok, type Result } from "@/lib/shared/result";
import type { holdInput, releaseInput } from "../inputs";

/** The papers of this report stay, whatever their term, until the office says otherwise. Answers of which report. */
export function holdPapers(
  viewer: PersonViewer,
  { reference, reason }: z.infer<typeof holdInput>,
  now: Now,
): Promise<Result<string>> {
  return transact(viewer, now, async (tx) => {
    const report = await endedReport(tx, reference);
    const { client } = tx;
    if ((await client.attachment.count({ where: { reportId: report.id, goneAt: null } })) === 0) {
      return fail({ code: "papers-none-left" });
    }
    if (await client.paperHold.findFirst({ where: { reportId: report.id, liftedAt: null }, select: { id: true } })) {
      return fail({ code: "papers-held-already" });
    }
    const held = { heldById: viewer.accountId, heldByName: viewer.name, heldAt: now.at };
    await client.paperHold.create({
      data: { id: newId(), reportId: report.id, reasonSealed: sealText(reason), ...held },
    });
    record(tx, { action: "papers:hold", object: { kind: "report", id: report.id }, reason: usualReason(viewer) });
    return ok(report.reference);
  });
}

/** From now on the terms hold again. */
export function releasePapers(
  viewer: PersonViewer,
  { reference }: z.infer<typeof releaseInput>,
  now: Now,
): Promise<Result<string>> {
  return transact(viewer, now, async (tx) => {
    const report = await endedReport(tx, reference);
    const { count } = await tx.client.paperHold.updateMany({
      where: { reportId: report.id, liftedAt: null },
      data: { liftedAt: now.at, liftedById: viewer.accountId },
    });
    if (count === 0) return fail({ code: "papers-not-held" });
    record(tx, { action: "papers:release", object: { kind: "report", id: report.id }, reason: usualReason(viewer) });
    return ok(report.reference);
  });
}

/** Held while it lasts: the job that destroys holds the report too. */
async function endedReport(tx: Transaction, reference: string): Promise<HeldReport> {
  const report = await holdReport(tx, reference);
  if (!can(tx.viewer, "papers:hold", report)) throw new NotAllowed("papers:hold");
  return report;
}
