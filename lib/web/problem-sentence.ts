import { formatDay } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import { type Messages, messages } from "@/lib/i18n/messages";
import { translatorFor } from "@/lib/i18n/translator";
import { calendarDate } from "@/lib/shared/calendar-date";
import type { Problem } from "@/lib/shared/problem";

type KnownCode = keyof Messages["problems"];

function isKnown(code: string): code is KnownCode {
  return Object.hasOwn(messages.nl.problems, code);
}

/** What happened and what to do, for people. A code without a sentence gets the general one. */
export function problemSentence(problem: Problem, locale: Locale): string {
  const code = isKnown(problem.code) ? problem.code : "invalid";
  return translatorFor(locale)(`problems.${code}`, inWords(problem.facts ?? {}, locale));
}

function inWords(facts: NonNullable<Problem["facts"]>, locale: Locale): NonNullable<Problem["facts"]> {
  const entries = Object.entries(facts).map(([name, fact]) => {
    const { success, data } = calendarDate.safeParse(fact);
    return [name, success ? formatDay(data, locale) : fact];
  });
  return Object.fromEntries(entries);
}
