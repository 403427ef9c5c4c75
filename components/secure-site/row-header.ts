import type { Locale } from "@/lib/i18n/locale";
import { breakdowns, isBreakdown } from "@/lib/statistics/breakdowns";
import { levels } from "@/lib/statistics/levels";
import type { RowKind } from "@/lib/statistics/selection";

const month = { nl: "Maand", en: "Month" } as const;

/** What the rows of a table are. */
export function rowHeader(rows: RowKind, locale: Locale): string {
  if (rows === "month") return month[locale];
  return isBreakdown(rows) ? breakdowns[rows].label[locale] : levels[rows].label[locale];
}
