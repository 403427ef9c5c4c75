import { labelOfField } from "@/components/reports/form/fault-labels";
import type { FieldFault } from "@/components/reports/form/form-state";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { fieldOnScreen } from "@/lib/reports/form-steps";
import type { FormValues } from "@/lib/reports/form-values";
import type { CalendarDate } from "@/lib/shared/calendar-date";
import type { Problem } from "@/lib/shared/problem";
import { problemSentence } from "@/lib/web/problem-sentence";

interface Screen {
  readonly values: FormValues;
  readonly today: CalendarDate;
  readonly locale: Locale;
}

/** Problems as people meet them: at the field of the screen, by its name, in their language; one at each field. */
export function faultsOf(problems: readonly Problem[], { values, today, locale }: Screen): readonly FieldFault[] {
  const text = messages[locale].reports.form;
  const faults = problems.map((problem): FieldFault => {
    if (problem.field === undefined) return { text: problemSentence(problem, locale) };
    const field = fieldOnScreen(problem.field, values, today);
    return {
      field,
      label: labelOfField(field, text) ?? undefined,
      text: problemSentence(atLocation(problem, field), locale),
    };
  });
  return faults.filter(
    ({ field }, index) => field === undefined || faults.findIndex((other) => other.field === field) === index,
  );
}

/** Sector, BRIN and code are one choice on the screen. */
function atLocation(problem: Problem, field: string): Problem {
  return field === "school.location" && problem.code !== "location-unknown" ? { code: "location-missing" } : problem;
}
