import type { Label } from "@/lib/i18n/locale";
import type { Viewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import type { CalendarDate } from "@/lib/shared/calendar-date";
import type { Chart } from "./address";
import { countryPlace } from "./levels";
import { schoolYearOf, yearOfPeriod } from "./period";
import { type Place, type Selection, selection } from "./selection";

/** A ready-made view: a question that people in this work ask. */
export interface Preset {
  readonly id: string;
  readonly title: Label;
  readonly chart: Chart;
  readonly selection: Selection;
}

/** A view that waits to hear whom it is about. */
type Frame = Omit<Preset, "selection"> &
  Pick<Selection, "rows" | "measures"> &
  Partial<Pick<Selection, "columns" | "sort">>;

const ownViews: readonly Frame[] = [
  {
    id: "own-months",
    title: { nl: "Onze meldingen per maand", en: "Our reports by month" },
    chart: "lines",
    rows: "month",
    measures: ["reports", "pupils"],
  },
  {
    id: "own-types",
    title: { nl: "Welke soorten verzuim", en: "Which types of absence" },
    chart: "bars",
    rows: "type",
    measures: ["reports", "pupils", "follow_ups", "open"],
  },
  {
    id: "own-outcomes",
    title: { nl: "Wat er met de meldingen gebeurde", en: "What became of the reports" },
    chart: "bars",
    rows: "outcome",
    measures: ["reports", "pupils"],
  },
];

const schoolViews: readonly Frame[] = [
  {
    id: "school-time",
    title: {
      nl: "Op tijd gemeld, en hoe snel er een reactie kwam",
      en: "Reported in time, and how soon a reaction came",
    },
    chart: "none",
    rows: "month",
    measures: ["filed_in_time", "answered_in_time", "reaction_days"],
  },
  {
    id: "school-papers",
    title: {
      nl: "Wat wij meestuurden, en wie wij opnieuw meldden",
      en: "What we sent along, and whom we reported again",
    },
    chart: "none",
    rows: "month",
    measures: ["with_sheet", "asked_for_more", "reported_again"],
  },
  {
    id: "school-locations",
    title: { nl: "Onze vestigingen naast elkaar", en: "Our locations side by side" },
    chart: "bars",
    rows: "location",
    measures: ["reports", "pupils", "per_1000"],
    sort: "most",
  },
];

const officeViews: readonly Frame[] = [
  {
    id: "office-open",
    title: { nl: "Wat er nog openligt, en hoe lang al", en: "What is still open, and for how long" },
    chart: "bars",
    rows: "open_for",
    measures: ["reports", "pupils"],
  },
  {
    id: "office-time",
    title: { nl: "Hoe snel wij reageren", en: "How soon we react" },
    chart: "none",
    rows: "month",
    measures: ["answered_in_time", "reaction_days", "reaction_days_slow", "open"],
  },
  {
    id: "office-schools",
    title: {
      nl: "Welke scholen bij ons melden, en of dat op tijd is",
      en: "Which schools report to us, and whether in time",
    },
    chart: "bars",
    rows: "school",
    measures: ["reports", "pupils", "filed_in_time"],
    sort: "most",
  },
];

const regionTypes: Frame = {
  id: "region-types",
  title: { nl: "Onze regio door het schooljaar, per soort", en: "Our region through the school year, by type" },
  chart: "lines",
  rows: "month",
  columns: "type",
  measures: ["reports"],
};

const regionViews: readonly Frame[] = [
  {
    id: "region-municipalities",
    title: { nl: "De gemeenten van onze regio", en: "The municipalities of our region" },
    chart: "bars",
    rows: "municipality",
    measures: ["reports", "pupils", "per_1000", "answered_in_time"],
    sort: "most",
  },
  {
    id: "region-schools",
    title: { nl: "De scholen in onze regio", en: "The schools in our region" },
    chart: "none",
    rows: "school",
    measures: ["reports", "pupils", "per_1000", "filed_in_time"],
    sort: "most",
  },
  regionTypes,
];

const countryViews: readonly Frame[] = [
  {
    id: "country-regions",
    title: { nl: "De regio's van het land", en: "The regions of the country" },
    chart: "tiles",
    rows: "region",
    measures: ["per_1000", "pupils", "reports"],
    sort: "most",
  },
  {
    id: "country-sectors",
    title: { nl: "Onderwijssoorten in het land", en: "Sectors in the country" },
    chart: "bars",
    rows: "sector",
    measures: ["reports", "pupils", "filed_in_time", "answered_in_time"],
  },
];

/** Who did report, and whether in time: of a region by school, of the country by region. A month alone holds too few. */
export function latenessOf(region: number | null, month: string): Selection {
  return selection.parse({
    about: "others",
    rows: region === null ? "region" : "school",
    place: region === null ? { level: "country", code: countryPlace } : { level: "region", code: String(region) },
    measures: ["reports", "filed_in_time"],
    period: yearOfPeriod(month),
    sort: "most",
  });
}

/** What stands on the page "voor u", the most telling first. A null region is not known. */
export function presetsFor(viewer: Viewer, region: string | null, today: CalendarDate): readonly Preset[] {
  const isSchool = viewer.kind === "school";
  const of = (place: Place | null, frames: readonly Frame[]) =>
    frames.map(({ id, title, chart, ...wish }) => ({
      ...{ id, title, chart },
      selection: selection.parse({
        ...wish,
        place,
        about: place === null ? "own" : "others",
        period: schoolYearOf(today),
      }),
    }));
  return [
    ...(can(viewer, "figures:read-own", {}) ? of(null, [...ownViews, ...(isSchool ? schoolViews : officeViews)]) : []),
    ...(region === null ? [] : of({ level: "region", code: region }, isSchool ? [regionTypes] : regionViews)),
    ...of({ level: "country", code: countryPlace }, countryViews),
  ];
}
