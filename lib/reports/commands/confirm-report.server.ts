import "server-only";
import { z } from "zod";
import type { Viewer } from "@/lib/identity/viewer";
import type { Now } from "@/lib/shared/clock";
import { fail, ok } from "@/lib/shared/result";
import { changeReport } from "../change-report.server";

export const confirmationInput = z.strictObject({ reference: z.string(), version: z.coerce.number().int().optional() });

/** The school says that what the office wrote down for it is right. Whoever has to mend something corrects it instead. */
export function confirmReport(viewer: Viewer, input: z.infer<typeof confirmationInput>, now: Now) {
  const { reference, version = null } = input;
  return changeReport(viewer, now, { reference, version, action: "report:confirm", move: null }, (report) => {
    if (report.status === "withdrawn") return fail({ code: "move-not-possible", facts: { status: report.status } });
    if (report.writtenDownById === null || report.confirmedAt !== null) return fail({ code: "nothing-to-confirm" });
    return ok({
      columns: { confirmedAt: now.at },
      event: { kind: "confirmed", status: report.status, data: {} },
    });
  });
}
