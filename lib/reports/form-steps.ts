import type { CalendarDate } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import type { Problem } from "@/lib/shared/problem";
import type { Result } from "@/lib/shared/result";
import { absenceType, isAbsenceType } from "./absence-types";
import { checkDays } from "./filing";
import { hourEntries } from "./form-hours";
import { type FormStep, stepOf } from "./form-step";
import { type FormValues, givenIn, textIn } from "./form-values";
import { periodOf } from "./from-form";
import type { ReportInput } from "./input";

/** What must be mended before one goes on from this step; the other steps are not spoken of yet. */
export function problemsOfStep(
  step: Exclude<FormStep, "check">,
  parsed: Result<ReportInput>,
  values: FormValues,
  now: Now,
): readonly Problem[] {
  const found = parsed.ok ? [] : parsed.problems;
  const ofStep = found.filter(({ field = "" }) => stepOf(field) === step);
  if (step === "who") return oneForEachField(ofStep);
  return oneForEachField([...ofStep, ...missingParts(values), ...(parsed.ok ? dayProblems(parsed.value, now) : [])]);
}

/** The schema looks at these only when all else is right; a person wants to hear everything at once. */
function missingParts(values: FormValues): readonly Problem[] {
  const type = textIn(values, "type");
  if (!isAbsenceType(type)) return [];
  const { asks } = absenceType(type);
  const missing: Problem[] = [];
  if (asks.period === "period" && givenIn(values, "firstDay") === undefined)
    missing.push({ code: "first-day-missing", field: "firstDay" });
  if (asks.arrivals && givenIn(values, "arrivals.day") === undefined)
    missing.push({ code: "arrivals-missing", field: "arrivals" });
  if (textIn(values, "actionWanted") === "no" && givenIn(values, "noActionReason") === undefined)
    missing.push({ code: "text-missing", field: "noActionReason" });
  return missing;
}

function dayProblems(input: ReportInput, now: Now): readonly Problem[] {
  const checked = checkDays(input, now);
  return checked.ok ? [] : checked.problems;
}

/** One thing at a time at each field; days that cannot be read are not compared. */
function oneForEachField(problems: readonly Problem[]): readonly Problem[] {
  const isUnreadable = problems.some(({ code }) => code === "date-invalid");
  const sensible = problems.filter(({ code }) => !isUnreadable || code !== "last-day-before-first");
  return sensible.filter(({ field }, index) => sensible.findIndex((other) => other.field === field) === index);
}

/** The name of the field on the screen for the path of a problem: parts of a list stand in rows of their own. */
export function fieldOnScreen(path: string, values: FormValues, today: CalendarDate): string {
  const [head = "", index = "", part = ""] = path.split(".");
  if (head === "school") return "school.location";
  if (head === "urgent") return "urgent.reason";
  if (head === "arrivals") return part === "" ? "arrivals" : `arrivals.${index}.${part}`;
  if (head === "hours") return hourField(index, part, values, today);
  return path;
}

function hourField(index: string, part: string, values: FormValues, today: CalendarDate): string {
  const entry = index === "" ? undefined : hourEntries(values, periodOf(values, today), today)[Number(index)];
  return entry === undefined || part !== "hours" ? "hours" : `clock.${entry.day}`;
}
