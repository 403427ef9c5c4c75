import type { Label, Locale } from "@/lib/i18n/locale";

/** After so many times late in a school year, this happens. */
export interface LadderStep {
  readonly times: number;
  readonly action: Label;
}

/** What most places do; a municipality or a school may do otherwise (domain 1.4). */
export const usualLadder: readonly LadderStep[] = [
  { times: 3, action: { nl: "gesprek met de leerling", en: "talk with the student" } },
  { times: 6, action: { nl: "bericht aan de ouders", en: "message to the parents" } },
  { times: 9, action: { nl: "waarschuwing in een brief", en: "warning in a letter" } },
  { times: 12, action: { nl: "melding bij de leerplichtambtenaar", en: "report to the attendance officer" } },
];

export interface LadderStanding {
  readonly count: number;
  /** The highest step that was reached. Null: none yet. */
  readonly reached: LadderStep | null;
  /** Null: there is no higher step. */
  readonly next: LadderStep | null;
}

/** Where a student stands on the ladder after so many times late. */
function standOnLadder(count: number, ladder: readonly LadderStep[]): LadderStanding {
  const steps = ladder.toSorted((one, other) => one.times - other.times);
  return {
    count,
    reached: steps.findLast(({ times }) => times <= count) ?? null,
    next: steps.find(({ times }) => times > count) ?? null,
  };
}

/** Where the student stands with the times late of one report. Null: it is not about late arrival. */
export function ladderOf(
  days: readonly string[],
  { lateDays, ladder }: { readonly lateDays: readonly string[]; readonly ladder: readonly LadderStep[] },
): LadderStanding | null {
  return days.length === 0 ? null : standOnLadder(timesLate(days, lateDays), ladder);
}

/** The times late that count with those of this report: in the same school year, each moment once. */
function timesLate(own: readonly string[], earlier: readonly string[]): number {
  const last = own.toSorted().at(-1) ?? "";
  const since = firstOfSchoolYear(last);
  return [...earlier, ...own].filter((day) => day >= since && day <= last).length;
}

/** A school year begins on 1 August. */
function firstOfSchoolYear(day: string): string {
  const year = Number(day.slice(0, 4));
  return day.slice(5) >= "08-01" ? `${year}-08-01` : `${year - 1}-08-01`;
}

export interface LadderText {
  readonly count: string;
  readonly countOne: string;
  readonly reached: string;
  readonly next: string;
  readonly highest: string;
}

/** In sentences, how often and what comes next; the same on the server and in the browser. */
export function ladderLines(
  { count, reached, next }: LadderStanding,
  text: LadderText,
  locale: Locale,
): readonly string[] {
  const fill = (template: string, step: LadderStep | null) =>
    template
      .replace("{count}", String(count))
      .replace("{times}", String(step?.times ?? ""))
      .replace("{left}", String((step?.times ?? count) - count))
      .replace("{action}", step?.action[locale] ?? "");
  return [
    fill(count === 1 ? text.countOne : text.count, null),
    ...(reached === null ? [] : [fill(text.reached, reached)]),
    next === null ? text.highest : fill(text.next, next),
  ];
}
