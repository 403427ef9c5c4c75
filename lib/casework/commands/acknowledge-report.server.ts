import "server-only";
import type { z } from "zod";
import type { Viewer } from "@/lib/identity/viewer";
import { changeReport } from "@/lib/reports/change-report.server";
import type { Now } from "@/lib/shared/clock";
import { ok } from "@/lib/shared/result";
import { clockStopped } from "../clock.server";
import type { acknowledgeInput } from "../inputs";
import { noteOf } from "../note-of";

/** The office takes note of a report ("ter kennisgeving aangenomen") and does nothing with it for now. */
export function acknowledgeReport(viewer: Viewer, input: z.infer<typeof acknowledgeInput>, now: Now) {
  const status = "noted";
  const move = { side: "office", to: status } as const;
  const { reference, version = null } = input;
  return changeReport(viewer, now, { reference, version, action: "report:acknowledge", move }, async (report, tx) =>
    ok({
      columns: { status, closedAt: now.at, ...(await clockStopped(tx, report)) },
      event: { kind: "noted", status, data: { words: input.words ?? null }, ...noteOf(input) },
    }),
  );
}
