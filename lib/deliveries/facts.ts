import { z } from "zod";
import { calendarDate } from "@/lib/shared/calendar-date";
import { isReason } from "./classes";
import { markCodes } from "./marks";
import { isOddity } from "./oddities";
import { isStanding } from "./standing";

const schooling = z.strictObject({
  sector: z.string(),
  brin: z.string(),
  locationCode: z.string().nullable(),
  school: z.string().nullable(),
  programmeCode: z.string().nullable(),
  level: z.string().nullable(),
  firstDay: calendarDate,
  lastDay: calendarDate.nullable(),
  exitReason: z.string().nullable(),
  diploma: z.string().nullable(),
});

/** A value of the delivery before, and what the register says now. */
const correction = z.strictObject({
  field: z.enum(["lastDay", "exitReason", "diploma", "school"]),
  was: z.string().nullable(),
  is: z.string().nullable(),
});

/** What a row of a delivery says of a person beside the class: codes, days and places; no name, no number, no address. */
export const rowFacts = z.strictObject({
  reason: z.string().refine(isReason),
  standing: z.string().refine(isStanding),
  since: calendarDate,
  age: z.int(),
  municipality: z.string().nullable(),
  /** Follows or followed special education or practical education. */
  isSpecial: z.boolean(),
  last: schooling.nullable(),
  next: schooling.nullable(),
  oddities: z.array(z.string().refine(isOddity)),
  corrections: z.array(correction),
  isCorrection: z.boolean(),
  mark: z.strictObject({ code: z.enum(markCodes), on: calendarDate }).nullable(),
  /** Of somebody who is absent: since when, by which report, and the day on which the limit is reached. */
  absence: z
    .strictObject({ reference: z.string(), firstDay: calendarDate, limitOn: calendarDate, days: z.int() })
    .nullable(),
});

export type RowFacts = z.output<typeof rowFacts>;
export type Schooling = z.output<typeof schooling>;
export type Correction = z.output<typeof correction>;
