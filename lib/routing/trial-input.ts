import { z } from "zod";
import { writtenDay } from "@/lib/identity/people-input";

/** Which rules are tried, and over which of the reports that the office got by rule. */
export const trialInput = z
  .strictObject({
    /** Absent: the draft. */
    version: z.coerce.number({ error: "choice-unknown" }).int({ error: "choice-unknown" }).optional(),
    from: writtenDay.optional(),
    until: writtenDay.optional(),
  })
  .refine(({ from, until }) => from === undefined || until === undefined || from <= until, {
    path: ["until"],
    error: "until-before-from",
  });

export type TrialInput = z.output<typeof trialInput>;

/** How many of the latest reports are tried when no period is asked for, and the most of a period. */
export const trialSizes = { latest: 1_000, period: 100_000 } as const;
