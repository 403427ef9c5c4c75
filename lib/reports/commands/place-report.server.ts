import "server-only";
import { z } from "zod";
import { record } from "@/lib/audit/record.server";
import { type Transaction, transact } from "@/lib/audit/transact.server";
import type { Viewer } from "@/lib/identity/viewer";
import { announce } from "@/lib/notifications/announce.server";
import { can } from "@/lib/policy/can";
import { assignmentRows, placedByHandRow } from "@/lib/routing/assignment.server";
import type { Now } from "@/lib/shared/clock";
import { NotAllowed, NotFound } from "@/lib/shared/problem";
import { readReference } from "@/lib/shared/reference";
import { fail, ok, type Result } from "@/lib/shared/result";
import { requiredWords } from "@/lib/shared/words";

export const placementInput = z.strictObject({
  reference: z.string().max(20),
  version: z.coerce.number().int().min(1),
  officeCode: z.string().trim().min(1, { error: "office-missing" }).max(40, { error: "office-unknown" }),
  reason: requiredWords(500),
});

type Placement = z.infer<typeof placementInput>;

/** The functional administrator gives a report that could not be routed to an office, with a reason (settled 3, 13). */
export function placeReport(
  viewer: Viewer,
  input: Placement,
  now: Now,
): Promise<Result<{ readonly reference: string }>> {
  if (!can(viewer, "report:place", { officeId: null })) throw new NotAllowed("report:place");
  return transact(viewer, now, async (tx) => {
    const report = await findUnplaced(tx, input);
    const office = await findOffice(tx, input);
    if (office === null) return fail({ code: "office-unknown", field: "officeCode" });
    const { count } = await tx.client.report.updateMany({
      where: { id: report.id, version: input.version, status: "registered", officeId: null },
      data: { officeId: office.id, version: input.version + 1, changedAt: now.at },
    });
    if (count === 0) return fail({ code: "report-changed", facts: { status: report.status, who: "" } });
    const placedBy = viewer.kind === "desk" ? viewer.name : "Verzuimloket";
    const { id, regime } = report;
    tx.collect(
      assignmentRows,
      placedByHandRow({
        reportId: id,
        decidedAt: now.at,
        placedBy,
        officeId: office.id,
        regime,
        rule: "placed-by-hand",
      }),
    );
    const data = { office: office.organisation.name, officer: null, reason: input.reason };
    announce(tx, id, { kind: "placed", status: report.status, data });
    record(tx, { action: "report:place", object: { kind: "report", id }, reason: "duty-of-the-desk" });
    return ok({ reference: report.reference });
  });
}

async function findUnplaced(tx: Transaction, input: Placement) {
  const report = await tx.client.report.findFirst({
    where: { reference: readReference(input.reference) ?? "", officeId: null },
    select: { id: true, reference: true, status: true, regime: true },
  });
  if (report === null) throw new NotFound("report");
  return report;
}

function findOffice(tx: Transaction, input: Placement) {
  return tx.client.office.findFirst({
    relationLoadStrategy: "join",
    where: { organisation: { code: input.officeCode } },
    select: { id: true, organisation: { select: { name: true } } },
  });
}
