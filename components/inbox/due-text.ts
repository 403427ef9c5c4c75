import type { Due } from "@/lib/casework/due";
import { formatShortDay } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import type { Words } from "@/lib/i18n/words";

/** Until when, in words: "2 dagen te laat", "vandaag", "wo 11 nov". */
export function dueText(due: Due, t: Words<"inbox">, locale: Locale): string {
  switch (due.kind) {
    case "late":
      return lateText(due.days, t, locale);
    case "day":
    case "done":
      return formatShortDay(due.day, locale);
    default:
      return t(`due.${due.kind}`);
  }
}

const lateTexts = new Map<string, string>();

/** Kept for the next page: a sentence with a plural is what takes the longest of a line, and few of them differ. */
function lateText(days: number, t: Words<"inbox">, locale: Locale): string {
  const key = `${locale} ${days}`;
  const text = lateTexts.get(key) ?? t("due.late", { days });
  lateTexts.set(key, text);
  return text;
}
