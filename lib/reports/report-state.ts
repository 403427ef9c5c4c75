import { z } from "zod";
import { type Status, statusCodes } from "@/lib/timeline/statuses";

const moment = z.coerce.date().nullable();

/** What an office changes of a report, apart from words: enough to put it back as it was. */
export const reportState = z.object({
  status: z.custom<Status>((value) => statusCodes.some((code) => code === value)),
  officerId: z.uuid().nullable(),
  closedAt: moment,
  closeReason: z.string().nullable(),
  closeNote: z.string().nullable(),
  firstReactionAt: moment,
  clockFromAt: moment,
  dueAt: z.coerce.date(),
  nextDueAt: moment,
  closeDueAt: moment,
  extendedAt: moment,
  pausedAt: moment,
});
export type ReportState = z.infer<typeof reportState>;

/** One report that was changed with others, and how it was before and after. */
export const changedOfMany = z.object({
  id: z.uuid(),
  reference: z.string(),
  /** After the change. */
  version: z.number().int(),
  /** The id of the event that tells of it. */
  event: z.uuid(),
  at: z.coerce.date(),
  before: reportState,
  after: reportState,
});
export type ChangedOfMany = z.infer<typeof changedOfMany>;
