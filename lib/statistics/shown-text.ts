import { formatNumber } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import { smallest } from "./guard";
import type { Shown } from "./shown";

/** How a figure is written. What a sign means is said in words beside the table. */
export function shownText(shown: Shown, locale: Locale): string {
  switch (shown.kind) {
    case "number":
    case "days":
      return formatNumber(shown.value, locale);
    case "percent":
      return `${shown.value}%`;
    case "ratio":
      return `${shown.part} ${locale === "nl" ? "van" : "of"} ${shown.base}`;
    case "small":
      return `<${smallest}`;
    case "hidden":
      return "•";
    case "thin":
      return "…";
    case "none":
      return "–";
  }
}

const signs = ["small", "hidden", "thin", "none"] as const;
export type Sign = (typeof signs)[number];

/** The signs that occur in a table, so that only these are explained. */
export function signsIn(cells: readonly (readonly Shown[])[]): readonly Sign[] {
  return signs.filter((sign) => cells.some((row) => row.some(({ kind }) => kind === sign)));
}
