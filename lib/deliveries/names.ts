import { DateTime } from "luxon";
import { formatDay, formatMonth } from "@/lib/i18n/format";
import { type Dataset, datasets } from "./datasets";
import type { Period } from "./netting";

export interface Named {
  readonly dataset: Dataset;
  readonly regionNumber: number;
  readonly regionName: string;
  readonly period: Period;
  readonly version: number;
}

/** "oktober 2026", "week 44 van 2026", "1 oktober 2026". */
export function periodTitle(dataset: Dataset, { from, until }: Period): string {
  if (from === until) return formatDay(until, "nl");
  if (datasets[dataset].rhythm === "monthly") return formatMonth(from, "nl");
  if (datasets[dataset].rhythm === "weekly") {
    const week = DateTime.fromISO(from);
    return `week ${week.weekNumber} van ${week.weekYear}`;
  }
  return `${formatDay(from, "nl")} tot en met ${formatDay(until, "nl")}`;
}

/** What a file is called for people: "Uitval en terugkeer – regio 21 Agglomeratie Amsterdam – oktober 2026". */
export function fileTitle(named: Named): string {
  const { dataset, regionNumber, regionName, period, version } = named;
  const parts = [
    datasets[dataset].label.nl,
    `regio ${regionNumber} ${fileSafe(regionName)}`.trim(),
    periodTitle(dataset, period),
    ...(version > 1 ? [`versie ${version}`] : []),
  ];
  return parts.join(" – ");
}

/** What the same file is called for scripts: "uitval-en-terugkeer_regio-21_2026-10_v1". */
export function fileAlias({ dataset, regionNumber, period, version }: Named): string {
  const words = plainWords(datasets[dataset].label.nl);
  return `${words}_regio-${String(regionNumber).padStart(2, "0")}_${periodCode(dataset, period)}_v${version}`;
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
