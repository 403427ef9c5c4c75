import "server-only";
import type { z } from "zod";
import type { Transaction } from "@/lib/audit/transact.server";
import type { Viewer } from "@/lib/identity/viewer";
import { changeReport, type Plan } from "@/lib/reports/change-report.server";
import type { Now } from "@/lib/shared/clock";
import { fail, ok } from "@/lib/shared/result";
import { type Status, statuses } from "@/lib/timeline/statuses";
import type { acceptInput, refuseInput } from "../inputs";
import { noteOf } from "../note-of";
import { alsoFor, restOfOffer } from "../same-case.server";
import { answerOffer, findOpenOffer, type OpenOffer, takeOver } from "../transfer-rows.server";

/** The office that was asked takes the case over; whoever says so has it in hand. */
export function acceptTransfer(viewer: Viewer, input: z.infer<typeof acceptInput>, now: Now) {
  return answer(viewer, input, now, (offer, status) => {
    const officerId = viewer.kind === "office" ? viewer.accountId : null;
    const data = { from: offer.fromName, to: offer.toName, reason: offer.reason };
    return {
      columns: { officeId: offer.toOfficeId, officerId },
      event: { kind: "transfer_accepted", status, data },
      also: (open: Transaction) => takeOver(open, offer, officerId),
    };
  });
}

/** The office that was asked says no, and why; the case stays where it was. */
export function refuseTransfer(viewer: Viewer, input: z.infer<typeof refuseInput>, now: Now) {
  return answer(viewer, input, now, (offer, status) => ({
    columns: {},
    event: {
      kind: "transfer_refused",
      status,
      data: { from: offer.fromName, to: offer.toName, reason: input.reason },
      ...noteOf(input),
    },
    also: (open: Transaction) => answerOffer(open, offer.id, "refused"),
  }));
}

type Answering = Pick<z.infer<typeof acceptInput>, "reference" | "version">;

/** The whole of what one office offers of one student is answered at once: it is one case. */
async function answer(viewer: Viewer, input: Answering, now: Now, plan: (offer: OpenOffer, status: Status) => Plan) {
  const others = await restOfOffer(viewer, input.reference);
  const done = await answerOne(viewer, input, now, plan);
  if (done.ok) await alsoFor(others, (reference) => answerOne(viewer, { reference }, now, plan));
  return done;
}

function answerOne(viewer: Viewer, input: Answering, now: Now, plan: (offer: OpenOffer, status: Status) => Plan) {
  const { reference, version = null } = input;
  const action = "transfer:answer";
  return changeReport(viewer, now, { reference, version, action, move: null }, async (report, tx) => {
    const offer = await findOpenOffer(tx, report);
    if (offer === null) return fail({ code: "offer-over" });
    if (!statuses[report.status].open) return fail({ code: "move-not-possible", facts: { status: report.status } });
    return ok(plan(offer, report.status));
  });
}
