import type { ReportFormState } from "@/components/reports/form/form-state";
import { findOwnStudent } from "@/lib/directory/queries.server";
import type { Locale } from "@/lib/i18n/locale";
import { translatorFor } from "@/lib/i18n/translator";
import { problemsOfStep } from "@/lib/reports/form-steps";
import { textIn } from "@/lib/reports/form-values";
import { fromForm } from "@/lib/reports/from-form";
import { reportInput } from "@/lib/reports/input";
import { ageOn, type CalendarDate } from "@/lib/shared/calendar-date";
import { parseInput } from "@/lib/web/parse-input";
import { faultsOf } from "./faults";
import { hourPeriod, type Turn } from "./turn";

/** From the number to the student: the register gives the name, so that nobody types it. */
export async function findStudent(turn: Turn): Promise<ReportFormState> {
  const { viewer, state, values, now, locale } = turn;
  const screen = { values, today: now.today, locale };
  const parsed = parseInput(reportInput, fromForm(values, now.today));
  const problems = problemsOfStep("who", parsed, values, now);
  if (problems.length > 0) return { ...state, faults: faultsOf(problems, screen) };
  const found = await findOwnStudent(viewer, now, textIn(values, "student.number"));
  if (!found.ok) return { ...state, faults: faultsOf(found.problems, screen) };
  const { name, birthDate, group } = found.value;
  const about = aboutStudent({ birthDate, group }, now.today, locale);
  return { ...state, step: "what", student: { name, about }, period: hourPeriod(values, now.today) };
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
