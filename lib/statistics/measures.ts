import type { Label } from "@/lib/i18n/locale";

/** What is kept of one place, period and breakdown. */
export interface Sums {
  readonly reportCount: number;
  readonly pupilCount: number;
  readonly followUpCount: number;
  readonly timedCount: number;
  readonly filedInTimeCount: number;
  readonly dueCount: number;
  readonly answeredInTimeCount: number;
  readonly openCount: number;
  readonly sheetCount: number;
  readonly askedCount: number;
  readonly settledCount: number;
  readonly againCount: number;
  /** Null: no reaction yet. */
  readonly reactionDaysMedian: number | null;
  /** Null: no reaction yet. */
  readonly reactionDaysSlow: number | null;
  /** Counts of this cell that no table about others tells. Absent: none. */
  readonly concealed?: readonly string[];
}

export type CountOf = Exclude<keyof Sums, "reactionDaysMedian" | "reactionDaysSlow" | "concealed">;

/** How a measure is made of the sums. */
type Shape =
  | { readonly kind: "count"; readonly of: CountOf }
  | { readonly kind: "share"; readonly of: CountOf; readonly base: CountOf }
  | { readonly kind: "rate"; readonly of: CountOf }
  | { readonly kind: "days"; readonly of: "reactionDaysMedian" | "reactionDaysSlow"; readonly base: CountOf };

interface MeasureShape {
  readonly label: Label;
  /** What it counts, in one or two sentences: shown one click away from the figure. */
  readonly definition: Label;
  readonly shape: Shape;
}

/** Every figure there is. Pupils and reports are different things and are never added up (domain 4). */
export const measures = {
  reports: {
    label: { nl: "Meldingen", en: "Reports" },
    definition: {
      nl: "Hoeveel keer een school verzuim meldde. Ingetrokken meldingen tellen niet mee. Een leerling kan vaker gemeld zijn.",
      en: "How often a school reported absence. Withdrawn reports do not count. A pupil may have been reported more than once.",
    },
    shape: { kind: "count", of: "reportCount" },
  },
  pupils: {
    label: { nl: "Leerlingen", en: "Pupils" },
    definition: {
      nl: "Hoeveel verschillende leerlingen minstens één keer zijn gemeld. Wie in twee maanden gemeld is, telt in elke maand mee en in het schooljaar één keer. Tel leerlingen dus niet op.",
      en: "How many different pupils were reported at least once. Whoever was reported in two months counts in each month, and once in the school year. So do not add up pupils.",
    },
    shape: { kind: "count", of: "pupilCount" },
  },
  per_1000: {
    label: { nl: "Leerlingen per 1.000", en: "Pupils per 1,000" },
    definition: {
      nl: "Van elke 1.000 leerlingen die op 1 oktober staan ingeschreven, hoeveel er minstens één keer zijn gemeld. Vóór 1 oktober telt de dag van vandaag.",
      en: "Of every 1,000 pupils enrolled on 1 October, how many were reported at least once. Before 1 October today counts.",
    },
    shape: { kind: "rate", of: "pupilCount" },
  },
  follow_ups: {
    label: { nl: "Vervolgmeldingen", en: "Follow-ups" },
    definition: {
      nl: "Hoeveel meldingen een vervolg zijn op een eerdere melding van dezelfde leerling.",
      en: "How many reports follow up an earlier report of the same pupil.",
    },
    shape: { kind: "share", of: "followUpCount", base: "reportCount" },
  },
  filed_in_time: {
    label: { nl: "Op tijd gemeld", en: "Reported in time" },
    definition: {
      nl: "Het deel dat uiterlijk 5 schooldagen na de meldgrens is gemeld. De grens is de dag van het 16e uur, dag 29 (langdurig) of dag 28 (18-plus; een school kan een eigen dag kiezen). Meldingen zonder grens tellen niet mee.",
      en: "The share reported within 5 school days after the threshold: the day of the 16th hour, day 29 (long-term) or day 28 (over 18; a school may choose a day of its own). Reports without a threshold do not count.",
    },
    shape: { kind: "share", of: "filedInTimeCount", base: "timedCount" },
  },
  answered_in_time: {
    label: { nl: "Op tijd opgepakt", en: "Answered in time" },
    definition: {
      nl: "Het deel waarop het kantoor binnen zijn eigen termijn reageerde. Meldingen die nog tijd hebben, tellen niet mee.",
      en: "The share to which the office reacted within its own term. Reports that still have time do not count.",
    },
    shape: { kind: "share", of: "answeredInTimeCount", base: "dueCount" },
  },
  reaction_days: {
    label: { nl: "Werkdagen tot reactie (helft)", en: "Working days to reaction (half)" },
    definition: {
      nl: "Binnen zoveel werkdagen had de helft van de meldingen een eerste reactie (de mediaan).",
      en: "Within so many working days half of the reports had a first reaction (the median).",
    },
    shape: { kind: "days", of: "reactionDaysMedian", base: "dueCount" },
  },
  reaction_days_slow: {
    label: { nl: "Werkdagen tot reactie (9 van 10)", en: "Working days to reaction (9 in 10)" },
    definition: {
      nl: "Binnen zoveel werkdagen hadden negen van de tien meldingen een eerste reactie.",
      en: "Within so many working days nine out of ten reports had a first reaction.",
    },
    shape: { kind: "days", of: "reactionDaysSlow", base: "dueCount" },
  },
  open: {
    label: { nl: "Nog open", en: "Still open" },
    definition: {
      nl: "Meldingen die het kantoor nog niet heeft afgesloten of ter kennisgeving aangenomen.",
      en: "Reports that the office has not closed or noted yet.",
    },
    shape: { kind: "count", of: "openCount" },
  },
  reported_again: {
    label: { nl: "Opnieuw gemeld", en: "Reported again" },
    definition: {
      nl: "Het deel waarbij dezelfde school dezelfde leerling binnen 12 weken nog eens meldde. Een melding telt mee zodra die 12 weken voorbij zijn.",
      en: "The share in which the same school reported the same pupil again within 12 weeks. A report counts once those 12 weeks are over.",
    },
    shape: { kind: "share", of: "againCount", base: "settledCount" },
  },
  with_sheet: {
    label: { nl: "Met verzuimstaat", en: "With absence sheet" },
    definition: {
      nl: "Het deel waarbij de school een verzuimstaat meestuurde, bij het melden of later.",
      en: "The share in which the school sent an absence sheet along, when reporting or later.",
    },
    shape: { kind: "share", of: "sheetCount", base: "reportCount" },
  },
  asked_for_more: {
    label: { nl: "Meer informatie gevraagd", en: "More information asked" },
    definition: {
      nl: "Het deel waarbij het kantoor de school om meer informatie vroeg.",
      en: "The share in which the office asked the school for more information.",
    },
    shape: { kind: "share", of: "askedCount", base: "reportCount" },
  },
} as const satisfies Record<string, MeasureShape>;

export type Measure = keyof typeof measures;
export const measureCodes = Object.keys(measures) as readonly Measure[];

export function shapeOf(measure: Measure): Shape {
  return measures[measure].shape;
}

/** The counts of which figures are told, with whether it is told of a small one that it is small. */
export const toldCounts: ReadonlyMap<CountOf, { readonly tellsSmall: boolean }> = new Map(
  measureCodes
    .map(shapeOf)
    .filter((shape) => shape.kind !== "days")
    .toSorted((one, other) => Number(one.kind === "count") - Number(other.kind === "count"))
    .map(({ of, kind }) => [of, { tellsSmall: kind === "count" }]),
);

export const noSums: Sums = {
  reportCount: 0,
  pupilCount: 0,
  followUpCount: 0,
  timedCount: 0,
  filedInTimeCount: 0,
  dueCount: 0,
  answeredInTimeCount: 0,
  openCount: 0,
  sheetCount: 0,
  askedCount: 0,
  settledCount: 0,
  againCount: 0,
  reactionDaysMedian: null,
  reactionDaysSlow: null,
};
