import { z } from "zod";
import type { AbsenceTypeCode } from "@/lib/reports/absence-types";
import type { Status } from "@/lib/timeline/statuses";
import type { TeamLine } from "./team";

/** So many reports wait on the screen; the next ones come as these are given. */
export const waitingMost = 50;

export const distributeInput = z.strictObject({
  reports: z.preprocess(
    // One ticked box of a form is a text, more are a list.
    (given) => (typeof given === "string" ? [given] : given),
    z
      .array(z.string().max(20), { error: "reports-missing" })
      .min(1, { error: "reports-missing" })
      .max(waitingMost, { error: "choice-unknown" }),
  ),
  /** Over the team by least open work, or to one colleague. */
  to: z.union([z.literal("team"), z.uuid()], { error: "receiver-missing" }),
});
export type DistributeInput = z.output<typeof distributeInput>;

export const undoInput = z.strictObject({ act: z.uuid({ error: "choice-unknown" }) });

/** A report in nobody's hands. */
export interface WaitingReport {
  readonly reference: string;
  readonly studentName: string;
  readonly group: string | null;
  readonly locationName: string;
  readonly type: AbsenceTypeCode;
  readonly status: Status;
  readonly filedAt: Date;
  readonly changedAt: Date;
  /** The end of the nearest promise of the office. Null: nothing more is promised. */
  readonly promisedAt: Date | null;
  readonly isStill: boolean;
  readonly isUrgent: boolean;
  readonly isProtected: boolean;
}

export interface GivenJustNow {
  readonly act: string;
  readonly count: number;
  readonly receivers: readonly string[];
}

export interface Distribution {
  /** What came first stands first. */
  readonly waiting: readonly WaitingReport[];
  /** Of all that wait; exact up to the limit of counts. */
  readonly waitingCount: number;
  readonly team: readonly TeamLine[];
  /** All that somebody has can be handed over by this viewer too. */
  readonly mayHandOver: boolean;
  /** Null: nothing was given just now, it was all touched since, or it is too long ago to undo. */
  readonly given: GivenJustNow | null;
}
