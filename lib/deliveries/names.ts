import { DateTime } from "luxon";
import { formatDay, formatMonth } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import { type Dataset, datasets } from "./datasets";
import type { Period } from "./netting";

export interface Named {
  readonly dataset: Dataset;
  readonly regionNumber: number;
  readonly regionName: string;
  readonly period: Period;
  readonly version: number;
  /** Of a snapshot, both included: two of one day differ in them. Null: it is of no age. */
  readonly ages: readonly [least: number, most: number] | null;
}

const words = {
  nl: { week: "week", of: "van", until: "tot en met", region: "regio", version: "versie", years: "jaar" },
  en: { week: "week", of: "of", until: "up to and including", region: "region", version: "version", years: "years" },
} as const satisfies Record<Locale, Readonly<Record<string, string>>>;

/** "oktober 2026", "week 44 van 2026", "1 oktober 2026". */
export function periodTitle(dataset: Dataset, { from, until }: Period, locale: Locale): string {
  if (from === until) return formatDay(until, locale);
  if (datasets[dataset].rhythm === "monthly") return formatMonth(from, locale);
  const said = words[locale];
  if (datasets[dataset].rhythm === "weekly") {
    const week = DateTime.fromISO(from);
    return `${said.week} ${week.weekNumber} ${said.of} ${week.weekYear}`;
  }
  return `${formatDay(from, locale)} ${said.until} ${formatDay(until, locale)}`;
}

/** "Uitval en terugkeer", "Momentopname, 12 tot en met 26 jaar". */
export function kindTitle({ dataset, ages }: Pick<Named, "dataset" | "ages">, locale: Locale): string {
  const label = datasets[dataset].label[locale];
  if (ages === null) return label;
  const [least, most] = ages;
  const said = words[locale];
  return `${label}, ${least === most ? least : `${least} ${said.until} ${most}`} ${said.years}`;
}

/** What a delivery is called for people: "Uitval en terugkeer – regio 21 Agglomeratie Amsterdam – oktober 2026". */
export function deliveryTitle(named: Named, locale: Locale): string {
  const { dataset, regionNumber, regionName, period, version } = named;
  const said = words[locale];
  const parts = [
    kindTitle(named, locale),
    `${said.region} ${regionNumber} ${fileSafe(regionName)}`.trim(),
    periodTitle(dataset, period, locale),
    ...(version > 1 ? [`${said.version} ${version}`] : []),
  ];
  return parts.join(" – ");
}

/** What its files are called for people: in Dutch, whoever takes them. */
export function fileTitle(named: Named): string {
  return deliveryTitle(named, "nl");
}

/** What the same file is called for scripts: "uitval-en-terugkeer_regio-21_2026-10_v1". */
export function fileAlias({ dataset, regionNumber, period, version }: Named): string {
  const name = plainWords(datasets[dataset].label.nl);
  return `${name}_regio-${String(regionNumber).padStart(2, "0")}_${periodCode(dataset, period)}_v${version}`;
}

interface PartOf {
  readonly alias: string;
  readonly title: string;
  readonly suffix: string;
}

/** A file that does not fit in one goes on in the next: "… – deel 2.xlsx", "…_deel-2.xlsx". */
export function partNames(
  { alias, title, suffix }: PartOf,
  part: number,
): { readonly name: string; readonly title: string } {
  if (part === 1) return { name: `${alias}.${suffix}`, title: `${title}.${suffix}` };
  return { name: `${alias}_deel-${part}.${suffix}`, title: `${title} – deel ${part}.${suffix}` };
}

function periodCode(dataset: Dataset, { from, until }: Period): string {
  if (from === until) return until;
  if (datasets[dataset].rhythm === "monthly") return from.slice(0, 7);
  if (datasets[dataset].rhythm === "weekly") return DateTime.fromISO(from).toFormat("kkkk-'w'WW");
  return `${from}_${until}`;
}

function plainWords(text: string): string {
  return text
    .normalize("NFD")
    .toLowerCase()
    .replaceAll(/[^a-z0-9 ]/g, "")
    .trim()
    .replaceAll(/ +/g, "-");
}

/** Signs that a file system or a reading direction would take for something else. */
export function fileSafe(text: string): string {
  return text
    .normalize("NFC")
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, "")
    .replaceAll(/[/\\:*?"<>|]+/g, "-")
    .replaceAll(/\.{2,}/g, ".")
    .trim();
}
