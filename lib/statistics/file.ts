import { formatMoment, formatNumber } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import { measures } from "./measures";
import type { Shown } from "./shown";
import { shownText, signsIn } from "./shown-text";
import { titleOf } from "./title";
import type { FigureView } from "./views";

export const fileKinds = ["xlsx", "csv", "pdf"] as const;
export type FileKind = (typeof fileKinds)[number];

/** A number with its format, or words; never something that a spreadsheet could take for a formula. */
export type FileCell =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "percent"; readonly value: number };

/** What goes into a file, whatever its kind. */
export interface FigureFile {
  readonly title: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly FileCell[])[];
  /** What, when, of which schools, and what each figure means. */
  readonly cover: readonly { readonly term: string; readonly value: string }[];
}

/** The sentences that stand around the figures, in the language of the reader. */
export interface FileWords {
  readonly rowHeader: string;
  readonly made: string;
  readonly madeFor: string;
  readonly countedAt: string;
  readonly notCounted: string;
  readonly coverage: string;
  readonly rounding: string;
  readonly exact: string;
  readonly byFives: string;
  readonly signs: Readonly<Record<"small" | "hidden" | "thin" | "none", string>>;
  readonly sign: string;
}

interface Frame {
  readonly locale: Locale;
  readonly words: FileWords;
  readonly organisation: string;
  readonly at: Date;
}

export function fileOf(view: FigureView, frame: Frame): FigureFile {
  const { table } = view;
  const { locale, words } = frame;
  return {
    title: titleOf(view, locale),
    header: [words.rowHeader, ...table.columns.map(({ label }) => label[locale])],
    rows: table.rows.map(({ label }, at) => [
      { kind: "text", text: label[locale] },
      ...(table.cells[at] ?? []).map((shown) => cellOf(shown, locale)),
    ]),
    cover: coverOf(view, frame),
  };
}

function cellOf(shown: Shown, locale: Locale): FileCell {
  if (shown.kind === "percent") return { kind: "percent", value: shown.value / 100 };
  if (shown.kind === "number" || shown.kind === "days") return { kind: "number", value: shown.value };
  return { kind: "text", text: shownText(shown, locale) };
}

function coverOf(view: FigureView, { locale, words, organisation, at }: Frame): FigureFile["cover"] {
  const { selection, countedAt, coverage, table } = view;
  return [
    { term: words.made, value: formatMoment(at, locale) },
    { term: words.madeFor, value: organisation },
    { term: words.countedAt, value: countedAt === null ? words.notCounted : formatMoment(countedAt, locale) },
    ...(coverage === null
      ? []
      : [
          {
            term: words.coverage,
            value: `${formatNumber(coverage.reporting, locale)} / ${formatNumber(coverage.schools, locale)}`,
          },
        ]),
    { term: words.rounding, value: selection.about === "own" ? words.exact : words.byFives },
    ...signsIn(table.cells).map((sign) => ({ term: words.sign, value: words.signs[sign] })),
    ...selection.measures.map((code) => ({
      term: measures[code].label[locale],
      value: measures[code].definition[locale],
    })),
  ];
}

const forbidden = /[\\/:*?"<>|\p{Cc}\p{Cf}]/gu;

/** A name that tells what is inside and that every system takes; no person is ever in it. */
export function fileName({ title }: Pick<FigureFile, "title">, kind: FileKind): string {
  return `${title.toWellFormed().replaceAll(forbidden, " ").replaceAll(/\s+/g, " ").trim().slice(0, 150)}.${kind}`;
}
