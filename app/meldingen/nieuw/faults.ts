import { labelOfField, placeOnScreen } from "@/components/reports/form/fault-labels";
import type { FieldFault } from "@/components/reports/form/form-state";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { fieldOnScreen } from "@/lib/reports/form-steps";
import { type FormValues, textIn } from "@/lib/reports/form-values";
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
      text: problemSentence(asSeen(problem, field, values), locale),
    };
  });
  const once = faults.filter(
    ({ field }, index) => field === undefined || faults.findIndex((other) => other.field === field) === index,
  );
  return once.toSorted((one, other) => placeOnScreen(one.field) - placeOnScreen(other.field));
}

/** On the screen sector, BRIN and code are one choice, and a number that was not typed is not wrong. */
function asSeen(problem: Problem, field: string, values: FormValues): Problem {
  if (field === "school.location" && problem.code !== "location-unknown") return { code: "location-missing" };
  return field === "student.number" && textIn(values, field) === "" ? { code: "required" } : problem;
}
