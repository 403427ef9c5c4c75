import { z } from "zod";
import type { CalendarDate } from "@/lib/shared/calendar-date";
import type { Problem } from "@/lib/shared/problem";
import { type FormValues, givenIn } from "./form-values";
import { fromForm } from "./from-form";

/** The fields of the form in which an office writes down what a school called about, by the field of a report. */
const fieldOf: Readonly<Record<string, string>> = {
  "school.location": "place",
  "student.number": "studentNumber",
  type: "type",
  firstDay: "firstDay",
  lastDay: "lastDay",
  reasonCode: "reasonCode",
  explanation: "explanation",
  "urgent.reason": "urgentReason",
  "contact.name": "callerName",
  "contact.function": "callerFunction",
  "contact.email": "callerEmail",
  "contact.phone": "callerPhone",
};

/** What was typed, in the shape of a report; the schema judges. */
export function fromWriteDownForm(fields: FormValues, today: CalendarDate) {
  const renamed = Object.entries(fieldOf).flatMap(([name, field]) => {
    const value = fields[field];
    return value === undefined ? [] : [[name, value] as const];
  });
  const isUrgent = givenIn(fields, "urgentReason") === undefined ? {} : { isUrgent: "yes" };
  const report = fromForm({ ...Object.fromEntries(renamed), ...isUrgent }, today);
  return { ...report, separate: givenIn(fields, "separate") === "yes" ? true : undefined };
}

/** The same problems at the fields of this form, each once; BRIN, code and sector are one choice on it. */
export function onWriteDownForm(problems: readonly Problem[]): readonly Problem[] {
  const here = problems.map(onField);
  return here.filter(({ code, field }, at) => here.findIndex((one) => one.code === code && one.field === field) === at);
}

function onField({ field, ...problem }: Problem): Problem {
  if (field === undefined) return problem;
  if (field.startsWith("school.")) {
    return { ...problem, code: problem.code === "school-unknown" ? problem.code : "school-missing", field: "place" };
  }
  return { ...problem, field: fieldOf[field] ?? field };
}

/** Made when the form was opened; a form without one is not ours and gets a new one. */
export const submissionId = z.uuid();
