import type { ReportFormState } from "@/components/reports/form/form-state";
import { findOwnStudent } from "@/lib/directory/queries.server";
import type { OwnStudent } from "@/lib/directory/views";
import type { Locale } from "@/lib/i18n/locale";
import { translatorFor } from "@/lib/i18n/translator";
import { problemsOfStep } from "@/lib/reports/form-steps";
import { textIn } from "@/lib/reports/form-values";
import { fromForm } from "@/lib/reports/from-form";
import { reportInput } from "@/lib/reports/input";
import { findCounting } from "@/lib/reports/queries/standing.server";
import { ageOn, type CalendarDate } from "@/lib/shared/calendar-date";
import { parseInput } from "@/lib/shared/parse-input";
import { faultsOf } from "./faults";
import { hourPeriod, type Turn } from "./turn";

/** From the number to the student: the register gives the name, and the location where none was chosen. */
export async function findStudent(turn: Turn): Promise<ReportFormState> {
  const { viewer, state, values, now, locale } = turn;
  const screen = { values, today: now.today, locale };
  const isLocationOpen = textIn(values, "school.location") === "";
  const parsed = parseInput(reportInput, fromForm(values, now.today));
  const problems = problemsOfStep("who", parsed, values, now).filter(
    ({ field }) => !(isLocationOpen && field?.startsWith("school.")),
  );
  if (problems.length > 0) return { ...state, faults: faultsOf(problems, screen) };
  const found = await findOwnStudent(viewer, now, textIn(values, "student.number"));
  if (!found.ok) return { ...state, faults: faultsOf(found.problems, screen) };
  return goOnWith(turn, found.value);
}

/** The next step, for this student: what the register knows of him is not asked. */
export async function goOnWith(turn: Turn, { id, name, birthDate, group, location }: OwnStudent) {
  const { viewer, state, values, now, locale } = turn;
  const about = aboutStudent({ birthDate, group }, now.today, locale);
  const student = { name, about, isAdult: ageOn(birthDate, now.today) >= 18 };
  const counting = await findCounting(viewer, now, { studentId: id, locationId: location.id });
  const next = { ...state, step: "what", student, counting, period: hourPeriod(values, now.today) } as const;
  if (textIn(values, "school.location") !== "") return { ...next, values };
  return { ...next, values: { ...values, "school.location": `${location.sector}:${location.locationCode}` } };
}

interface StudentTraits {
  readonly birthDate: CalendarDate;
  readonly group: string | null;
}

/** "15 jaar, klas 3B" */
export function aboutStudent({ birthDate, group }: StudentTraits, today: CalendarDate, locale: Locale): string {
  const t = translatorFor(locale);
  const age = t("reports.student.age", { age: ageOn(birthDate, today) });
  return `${age}, ${group === null ? t("reports.student.noGroup") : t("reports.student.group", { group })}`;
}
