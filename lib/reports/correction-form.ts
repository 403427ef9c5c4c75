import { z } from "zod";
import { type CalendarDate, readWrittenDay } from "@/lib/shared/calendar-date";
import { hourEntries } from "./form-hours";
import { type FormValues, givenIn, textIn, textsIn } from "./form-values";
import { arrivalsOf, contactOf } from "./from-form";

const plainFields = [
  "reasonCode",
  "reason",
  "explanation",
  "schoolActionsNote",
  "parentPhone",
  "ownReference",
] as const;

/**
 * A form of corrections as the fields that really changed, so that the timeline names those and no other. The form
 * carries in `was` how it was opened. A text that was emptied counts as unchanged: what was said stays said.
 */
export function fromCorrectionForm(values: FormValues, today: CalendarDate) {
  const was = readWas(textIn(values, "was"));
  return {
    reference: textIn(values, "reference"),
    version: Number(textIn(values, "version")),
    changes: {
      ...changedTexts(values, was),
      ...changedLastDay(values, was),
      ...changedHours(values, was, today),
      ...changedArrivals(values, was),
      ...changedSchoolActions(values, was),
      ...changedContact(values, was),
    },
  };
}

const formValues = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

function readWas(text: string): FormValues {
  try {
    return formValues.parse(JSON.parse(text === "" ? "{}" : text));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return {};
    throw error;
  }
}

function changedTexts(values: FormValues, was: FormValues) {
  const changed = plainFields.flatMap((name) => {
    const text = givenIn(values, name);
    return text === undefined || text === textIn(was, name) ? [] : [[name, text] as const];
  });
  return Object.fromEntries(changed);
}

function changedLastDay(values: FormValues, was: FormValues) {
  const text = givenIn(values, "lastDay");
  if (text === undefined || text === textIn(was, "lastDay")) return {};
  return { lastDay: readWrittenDay(text) ?? text };
}

function changedHours(values: FormValues, was: FormValues, today: CalendarDate) {
  if (textIn(values, "asks") !== "hours") return {};
  const lastDay = givenIn(values, "lastDay") ?? givenIn(was, "lastDay");
  const period = {
    firstDay: readWrittenDay(textIn(was, "firstDay")) ?? undefined,
    lastDay: lastDay === undefined ? undefined : (readWrittenDay(lastDay) ?? undefined),
  };
  const [now, before] = [hourEntries(values, period, today), hourEntries(was, period, today)];
  return isSame(now, before) ? {} : { hours: now };
}

function changedArrivals(values: FormValues, was: FormValues) {
  if (textIn(values, "asks") !== "arrivals") return {};
  const [now, before] = [arrivalsOf(values), arrivalsOf(was)];
  return isSame(now, before) ? {} : { arrivals: now };
}

function changedSchoolActions(values: FormValues, was: FormValues) {
  const [now, before] = [values, was].map((from) => textsIn(from, "schoolActions").toSorted());
  return textIn(values, "hasActions") === "" || isSame(now, before) ? {} : { schoolActions: now };
}

function changedContact(values: FormValues, was: FormValues) {
  if (values["contact.name"] === undefined) return {};
  const [now, before] = [contactOf(values), contactOf(was)];
  return isSame(now, before) ? {} : { contact: now };
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
