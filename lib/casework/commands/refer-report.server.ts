import "server-only";
import type { z } from "zod";
import type { Transaction } from "@/lib/audit/transact.server";
import type { Viewer } from "@/lib/identity/viewer";
import { changeReport } from "@/lib/reports/change-report.server";
import type { Now } from "@/lib/shared/clock";
import { fail, ok } from "@/lib/shared/result";
import { chooseOffice } from "../competent-offices.server";
import type { referInput } from "../inputs";
import { noteOf } from "../note-of";
import { onCase } from "../same-case.server";
import { keepTransfer, refuseSending, whoseReport } from "../transfer-rows.server";

/** A report that does not belong here goes at once to the office where it does, with a reason. */
export function referReport(viewer: Viewer, input: z.infer<typeof referInput>, now: Now) {
  return onCase(viewer, input, (reference, version) => referOne(viewer, { ...input, reference, version }, now));
}

interface Asked extends Omit<z.infer<typeof referInput>, "version"> {
  readonly version: number | null;
}

function referOne(viewer: Viewer, input: Asked, now: Now) {
  const { reference, version, officeCode, reason } = input;
  return changeReport(viewer, now, { reference, version, action: "report:refer", move: null }, async (report, tx) => {
    const refusal = refuseSending(report);
    if (refusal !== null) return fail(refusal);
    const chosen = await chooseOffice(tx.client, report, officeCode, now);
    if (!chosen.ok) return chosen;
    const to = chosen.value;
    return ok({
      columns: { officeId: to.id, officerId: null },
      event: {
        kind: "referred",
        status: report.status,
        data: { from: whoseReport(report), to: to.name, reason },
        ...noteOf(input),
      },
      also: (open: Transaction) => keepTransfer(open, report, { kind: "referral", to, reason, note: input.note }),
    });
  });
}
