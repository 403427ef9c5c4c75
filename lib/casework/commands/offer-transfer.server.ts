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
import { alsoFor, restOfCase } from "../same-case.server";
import { answerDueOn } from "../transfer";
import { keepTransfer, refuseSending, whoseReport } from "../transfer-rows.server";

/** Asks another office to take an ongoing case over; until it answers, everything stays as it is. */
export async function offerTransfer(viewer: Viewer, input: z.infer<typeof offerInput>, now: Now) {
  const { reports, version: _, ...rest } = input;
  const others = reports === "all" ? await restOfCase(viewer, input.reference) : [];
  const done = await offerOne(viewer, input, now);
  if (done.ok) await alsoFor(others, (reference) => offerOne(viewer, { ...rest, reference }, now));
  return done;
}

type Asked = Omit<z.infer<typeof offerInput>, "reports">;

function offerOne(viewer: Viewer, input: Asked, now: Now) {
  const { reference, version = null, officeCode, reason } = input;
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
