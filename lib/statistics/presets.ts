import type { Label } from "@/lib/i18n/locale";
import type { Viewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import type { CalendarDate } from "@/lib/shared/calendar-date";
import { countryPlace } from "./levels";
import { schoolYearOf } from "./period";
import { type Selection, selection } from "./selection";

/** A ready-made view: a question that people in this work ask. */
export interface Preset {
  readonly id: string;
  readonly title: Label;
  readonly chart: "lines" | "bars" | "tiles" | "none";
  readonly selection: Selection;
}

interface Home {
  readonly region: string | null;
  readonly municipality: string | null;
}

type Wish = Partial<Selection> & Pick<Selection, "about" | "rows" | "measures">;

interface Frame extends Omit<Preset, "selection"> {
  readonly wish: Wish;
}

const country = { level: "country", code: countryPlace } as const;

const ownViews: readonly Frame[] = [
  {
    id: "own-months",
    title: { nl: "Onze meldingen per maand", en: "Our reports by month" },
    chart: "lines",
    wish: { about: "own", rows: "month", measures: ["reports", "pupils"] },
  },
  {
    id: "own-types",
    title: { nl: "Welke soorten verzuim", en: "Which types of absence" },
    chart: "bars",
    wish: { about: "own", rows: "type", measures: ["reports", "pupils", "follow_ups", "open"] },
  },
  {
    id: "own-outcomes",
    title: { nl: "Wat er met de meldingen gebeurde", en: "What became of the reports" },
    chart: "bars",
    wish: { about: "own", rows: "outcome", measures: ["reports", "pupils"] },
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
    wish: { about: "own", rows: "month", measures: ["filed_in_time", "answered_in_time", "reaction_days"] },
  },
  {
    id: "school-locations",
    title: { nl: "Onze vestigingen naast elkaar", en: "Our locations side by side" },
    chart: "bars",
    wish: { about: "own", rows: "location", measures: ["reports", "pupils", "per_1000"], sort: "most" },
  },
];

const officeViews: readonly Frame[] = [
  {
    id: "office-time",
    title: { nl: "Hoe snel wij reageren", en: "How soon we react" },
    chart: "none",
    wish: {
      about: "own",
      rows: "month",
      measures: ["answered_in_time", "reaction_days", "reaction_days_slow", "open"],
    },
  },
  {
    id: "office-schools",
    title: {
      nl: "Welke scholen bij ons melden, en of dat op tijd is",
      en: "Which schools report to us, and whether in time",
    },
    chart: "bars",
    wish: { about: "own", rows: "school", measures: ["reports", "pupils", "filed_in_time"], sort: "most" },
  },
];

const regionViews = (region: string): readonly Frame[] => [
  {
    id: "region-municipalities",
    title: { nl: "De gemeenten van onze regio", en: "The municipalities of our region" },
    chart: "bars",
    wish: {
      about: "others",
      place: { level: "region", code: region },
      rows: "municipality",
      measures: ["reports", "pupils", "per_1000", "answered_in_time"],
      sort: "most",
    },
  },
  {
    id: "region-schools",
    title: { nl: "De scholen in onze regio", en: "The schools in our region" },
    chart: "none",
    wish: {
      about: "others",
      place: { level: "region", code: region },
      rows: "school",
      measures: ["reports", "pupils", "per_1000", "filed_in_time"],
      sort: "most",
    },
  },
  regionTypes(region),
];

const regionTypes = (region: string): Frame => ({
  id: "region-types",
  title: { nl: "Onze regio door het schooljaar, per soort", en: "Our region through the school year, by type" },
  chart: "lines",
  wish: {
    about: "others",
    place: { level: "region", code: region },
    rows: "month",
    columns: "type",
    measures: ["reports"],
  },
});

const countryViews: readonly Frame[] = [
  {
    id: "country-regions",
    title: { nl: "De regio's van het land", en: "The regions of the country" },
    chart: "tiles",
    wish: {
      about: "others",
      place: country,
      rows: "region",
      measures: ["per_1000", "pupils", "reports"],
      sort: "most",
    },
  },
  {
    id: "country-sectors",
    title: { nl: "Onderwijssoorten in het land", en: "Sectors in the country" },
    chart: "bars",
    wish: {
      about: "others",
      place: country,
      rows: "sector",
      measures: ["reports", "pupils", "filed_in_time", "answered_in_time"],
    },
  },
];

/** What stands on the page "voor u", the most telling first. */
export function presetsFor(viewer: Viewer, { region }: Home, today: CalendarDate): readonly Preset[] {
  const period = schoolYearOf(today);
  const side = viewer.kind === "school" ? schoolViews : officeViews;
  const own = can(viewer, "figures:read-own", {}) ? [...ownViews, ...side] : [];
  const around = region === null ? [] : viewer.kind === "school" ? [regionTypes(region)] : regionViews(region);
  return [...own, ...around, ...countryViews].map(({ wish, ...frame }) => ({
    ...frame,
    selection: selection.parse({ period, ...wish }),
  }));
}
