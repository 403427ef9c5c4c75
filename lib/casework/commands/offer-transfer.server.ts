import "server-only";
import type { z } from "zod";
import type { Transaction } from "@/lib/audit/transact.server";
import type { Viewer } from "@/lib/identity/viewer";
import { changeReport } from "@/lib/reports/change-report.server";
import type { Now } from "@/lib/shared/clock";
import { fail, ok } from "@/lib/shared/result";
import { chooseOffice } from "../competent-offices.server";
import type { offerInput } from "../inputs";
import { noteOf } from "../note-of";
import { onCase } from "../same-case.server";
import { answerDueOn } from "../transfer";
import { keepTransfer, refuseSending, whoseReport } from "../transfer-rows.server";

/** Asks another office to take an ongoing case over; until it answers, everything stays as it is. */
export function offerTransfer(viewer: Viewer, input: z.infer<typeof offerInput>, now: Now) {
  return onCase(viewer, input, (reference, version) => offerOne(viewer, { ...input, reference, version }, now));
}

interface Asked extends Omit<z.infer<typeof offerInput>, "version"> {
  readonly version: number | null;
}

function offerOne(viewer: Viewer, input: Asked, now: Now) {
  const { reference, version, officeCode, reason } = input;
  const action = "report:transfer";
  return changeReport(viewer, now, { reference, version, action, move: null }, async (report, tx) => {
    const refusal = refuseSending(report);
    if (refusal !== null) return fail(refusal);
    const chosen = await chooseOffice(tx.client, report, officeCode, now);
    if (!chosen.ok) return chosen;
    const to = chosen.value;
    return ok({
      columns: {},
      event: {
        kind: "transfer_offered",
        status: report.status,
        data: { from: whoseReport(report), to: to.name, reason, dueOn: answerDueOn(now.at) },
        ...noteOf(input),
      },
      also: (open: Transaction) => keepTransfer(open, report, { kind: "transfer", to, reason, note: input.note }),
    });
  });
}
