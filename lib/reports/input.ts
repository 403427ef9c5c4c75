import { z } from "zod";
import { studentNumber } from "@/lib/directory/student-number";
import { calendarDate } from "@/lib/shared/calendar-date";
import {
  emailAddress,
  optionalLine,
  optionalWords,
  phoneNumber,
  requiredLine,
  requiredWords,
} from "@/lib/shared/words";
import { type AbsenceTypeCode, absenceType, absenceTypeCodes } from "./absence-types";
import { reasonCodes, schoolActionCodes } from "./codes";

const lesson = z.int().min(1, { error: "lesson-invalid" }).max(12, { error: "lesson-invalid" });

/** One day of absence: a number of hours, lesson hours by number, or the whole day. */
export const absentDay = z
  .strictObject({
    day: calendarDate,
    hours: z.number().positive({ error: "hours-invalid" }).max(24, { error: "hours-invalid" }).optional(),
    lessons: z.array(lesson).min(1, { error: "lesson-missing" }).max(12).optional(),
    wholeDay: z.literal(true).optional(),
  })
  .refine((value) => [value.hours, value.lessons, value.wholeDay].filter((part) => part !== undefined).length === 1, {
    error: "hours-one-way",
  });

export const lateArrival = z.strictObject({
  day: calendarDate,
  minutes: z.int().min(1, { error: "minutes-invalid" }).max(600, { error: "minutes-invalid" }),
});

export const contact = z.strictObject({
  name: requiredLine(100),
  function: optionalLine(60),
  email: emailAddress,
  phone: phoneNumber.optional(),
});

const stayAddress = z.strictObject({
  postcode: z
    .string()
    .transform((value) => value.replaceAll(/\s/g, "").toUpperCase())
    .pipe(z.string().regex(/^[1-9]\d{3}[A-Z]{2}$/, { error: "postcode-invalid" })),
  houseNumber: z.string().trim().min(1, { error: "text-missing" }).max(12, { error: "text-too-long" }),
  street: optionalLine(100),
  city: optionalLine(100),
  note: optionalWords(200),
});

/** What a report is when it arrives, through whatever door: form, API or import. */
export const reportInput = z
  .strictObject({
    school: z.strictObject({
      brin: z
        .string()
        .trim()
        .toUpperCase()
        .regex(/^\d{2}[A-Z]{2}$/, { error: "brin-invalid" }),
      location: z
        .string()
        .trim()
        .toUpperCase()
        .regex(/^(\d{2}[A-Z]{2})?[0-9A-Z]{2}$/, { error: "location-invalid" }),
      sector: z.enum(["PO", "SO", "VO", "MBO"], { error: "sector-invalid" }).optional(),
    }),
    student: z.strictObject({ number: studentNumber }),
    type: z.enum(absenceTypeCodes, { error: "type-missing" }),
    firstDay: calendarDate.optional(),
    lastDay: calendarDate.optional(),
    hours: z.array(absentDay).max(366, { error: "too-many-days" }).optional(),
    arrivals: z.array(lateArrival).max(100, { error: "too-many-days" }).optional(),
    reasonCode: z.enum(reasonCodes, { error: "reason-missing" }),
    reason: optionalWords(200),
    explanation: optionalWords(10_000),
    schoolActions: z
      .array(z.enum(schoolActionCodes, { error: "code-unknown" }))
      .max(schoolActionCodes.length)
      .optional(),
    schoolActionsNote: optionalWords(2_000),
    actionWanted: z.boolean().default(true),
    noActionReason: optionalWords(2_000),
    urgent: z.strictObject({ reason: requiredWords(500) }).optional(),
    contact: contact.optional(),
    parentPhone: phoneNumber.optional(),
    stay: stayAddress.optional(),
    ownReference: optionalLine(40),
    followUpTo: z.string().max(20).optional(),
    separate: z.boolean().optional(),
  })
  .superRefine((input, context) => {
    for (const [path, code] of whatTheTypeMisses(input)) {
      context.addIssue({ code: "custom", path: [path], message: code });
    }
  });

export type ReportInput = z.infer<typeof reportInput>;

interface Parts {
  readonly type: AbsenceTypeCode;
  readonly firstDay?: string | undefined;
  readonly lastDay?: string | undefined;
  readonly hours?: readonly { readonly day: string }[] | undefined;
  readonly arrivals?: readonly { readonly day: string }[] | undefined;
  readonly actionWanted: boolean;
  readonly noActionReason?: string | undefined;
}

type Finding = readonly [path: string, code: string];

function whatTheTypeMisses(input: Parts): readonly Finding[] {
  const { asks } = absenceType(input.type);
  return [
    ...(asks.period === "period" ? periodFindings(input) : noPeriodFindings(input)),
    ...(asks.arrivals ? arrivalFindings(input) : unasked("arrivals", input.arrivals)),
    ...(asks.hours ? dayFindings(input) : unasked("hours", input.hours)),
    ...(input.actionWanted || input.noActionReason !== undefined
      ? []
      : ([["noActionReason", "text-missing"]] as const)),
  ];
}

function periodFindings(input: Parts): readonly Finding[] {
  if (input.firstDay === undefined) return [["firstDay", "first-day-missing"]];
  if (input.lastDay !== undefined && input.lastDay < input.firstDay) {
    return [
      ["firstDay", "last-day-before-first"],
      ["lastDay", "last-day-before-first"],
    ];
  }
  return [];
}

function noPeriodFindings(input: Parts): readonly Finding[] {
  return [...unasked("firstDay", input.firstDay), ...unasked("lastDay", input.lastDay)];
}

function arrivalFindings(input: Parts): readonly Finding[] {
  return (input.arrivals ?? []).length === 0 ? [["arrivals", "arrivals-missing"]] : [];
}

function dayFindings(input: Parts): readonly Finding[] {
  const days = (input.hours ?? []).map((entry) => entry.day);
  const findings: Finding[] = [];
  if (new Set(days).size !== days.length) findings.push(["hours", "day-twice"]);
  const outside = days.some((day) => day < (input.firstDay ?? day) || day > (input.lastDay ?? day));
  if (outside) findings.push(["hours", "day-outside-period"]);
  return findings;
}

function unasked(path: string, value: unknown): readonly Finding[] {
  return value === undefined ? [] : [[path, "not-asked"]];
}
