import type { Locale } from "@/lib/i18n/locale";
import { breakdowns, isBreakdown } from "./breakdowns";
import { levels } from "./levels";
import type { RowKind } from "./selection";

const month = { nl: "Maand", en: "Month" } as const;

/** What the rows of a table are. */
export function rowHeader(rows: RowKind, locale: Locale): string {
  if (rows === "month") return month[locale];
  return isBreakdown(rows) ? breakdowns[rows].label[locale] : levels[rows].label[locale];
}
