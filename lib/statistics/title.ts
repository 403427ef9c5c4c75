import { formatMonth } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import { breakdowns, isBreakdown } from "./breakdowns";
import { levels } from "./levels";
import { measures } from "./measures";
import { firstDayOf, isMonth } from "./period";
import type { Filter, RowKind } from "./selection";
import type { FigureView } from "./views";

const words = {
  nl: {
    own: "eigen organisatie",
    per: "per",
    and: "en",
    more: "andere cijfers",
    month: "maand",
    year: "schooljaar",
    only: "alleen",
  },
  en: {
    own: "own organisation",
    per: "by",
    and: "and",
    more: "other figures",
    month: "month",
    year: "school year",
    only: "only",
  },
} as const;

/** What a table holds, in words that also make a file name: "Meldingen per maand, Twente, schooljaar 2026-2027". */
export function titleOf({ selection, placeName }: Pick<FigureView, "selection" | "placeName">, locale: Locale): string {
  const { measures: chosen, rows, columns, period, only } = selection;
  const t = words[locale];
  const counted = (columns === "measures" ? chosen : chosen.slice(0, 1)).map((code) => measures[code].label[locale]);
  const what = counted.length > 2 ? [counted[0], `${counted.length - 1} ${t.more}`] : counted;
  const by = [
    nameOf(rows, locale),
    ...(columns === "measures" ? [] : [breakdowns[columns].label[locale].toLowerCase()]),
  ];
  const when = isMonth(period) ? formatMonth(firstDayOf(period), locale) : `${t.year} ${period}`;
  return [
    `${what.join(` ${t.and} `)} ${t.per} ${by.join(` ${t.and} `)}`,
    placeName?.[locale] ?? t.own,
    when,
    ...(only.length === 0 ? [] : [`${t.only} ${only.map((kind) => labelOf(kind, locale)).join(` ${t.and} `)}`]),
  ].join(", ");
}

function nameOf(rows: RowKind, locale: Locale): string {
  if (rows === "month") return words[locale].month;
  return (isBreakdown(rows) ? breakdowns[rows] : levels[rows]).label[locale].toLowerCase();
}

function labelOf({ breakdown, code }: Filter, locale: Locale): string {
  const values: Readonly<Record<string, Readonly<Record<Locale, string>>>> = breakdowns[breakdown].values;
  return (values[code]?.[locale] ?? code).toLowerCase();
}
