import { formatDay, formatSpan } from "@/lib/i18n/format";
import { translatorFor } from "@/lib/i18n/translator";
import type { ReportView } from "@/lib/reports/views";

/** A dossier is Dutch, whoever makes it: those who get it are. */
export const locale = "nl";
export const t = translatorFor(locale);

export function daysOf({ arrivals, firstDay, lastDay }: ReportView): string {
  if (arrivals.length > 0) {
    const days = arrivals.map(({ day }) => day).toSorted();
    return spanText(days[0] ?? firstDay, days.at(-1) ?? firstDay);
  }
  return spanText(firstDay, lastDay);
}

function spanText(first: ReportView["firstDay"], last: ReportView["lastDay"]): string {
  if (last !== null) return formatSpan(first, last, locale);
  return t("dossier.file.notBack", { first: formatDay(first, locale) });
}
