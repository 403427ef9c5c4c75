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
import { alsoFor, restOfCase } from "../same-case.server";
import { keepTransfer, refuseSending, whoseReport } from "../transfer-rows.server";

/** A report that does not belong here goes at once to the office where it does, with a reason. */
export async function referReport(viewer: Viewer, input: z.infer<typeof referInput>, now: Now) {
  const { reports, version: _, ...rest } = input;
  const others = reports === "all" ? await restOfCase(viewer, input.reference) : [];
  const done = await referOne(viewer, input, now);
  if (done.ok) await alsoFor(others, (reference) => referOne(viewer, { ...rest, reference }, now));
  return done;
}

type Asked = Omit<z.infer<typeof referInput>, "reports">;

function referOne(viewer: Viewer, input: Asked, now: Now) {
  const { reference, version = null, officeCode, reason } = input;
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
