import "server-only";
import type { z } from "zod";
import type { Transaction } from "@/lib/audit/transact.server";
import type { Viewer } from "@/lib/identity/viewer";
import { changeReport } from "@/lib/reports/change-report.server";
import type { Now } from "@/lib/shared/clock";
import { fail, ok } from "@/lib/shared/result";
import type { takeBackInput } from "../inputs";
import { answerOffer, findOpenOffer } from "../transfer-rows.server";

/** The office that asked no longer asks. */
export function takeBackTransfer(viewer: Viewer, input: z.infer<typeof takeBackInput>, now: Now) {
  const { reference, version = null } = input;
  const action = "report:transfer";
  return changeReport(viewer, now, { reference, version, action, move: null }, async (report, tx) => {
    const offer = await findOpenOffer(tx, report);
    if (offer === null) return fail({ code: "offer-over" });
    return ok({
      columns: {},
      event: {
        kind: "transfer_taken_back",
        status: report.status,
        data: { from: offer.fromName, to: offer.toName, reason: "" },
      },
      also: (open: Transaction) => answerOffer(open, offer.id, "taken_back"),
    });
  });
}
