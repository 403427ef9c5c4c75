import type { Label } from "@/lib/i18n/locale";
import { addDays, type CalendarDate, calendarDate, firstOfMonth, weekdayOf } from "@/lib/shared/calendar-date";
import type { Class } from "./classes";
import type { Period } from "./netting";

/** How a dataset finds its persons. */
export type Method = "netting" | "reference-day" | "reports";

interface DatasetShape {
  readonly label: Label;
  /** What one finds in it, in a sentence. */
  readonly about: Label;
  /** How the service that the desk takes over from called it; scripts and people may still know that name. */
  readonly formerly: string | null;
  readonly method: Method;
  readonly rhythm: "weekly" | "monthly" | "yearly" | "on-demand";
  /**
   * With which delivery it is laid side by side, for the old value of what the register corrected. A balance goes on
   * from that of the month before; others from the newest before them. Null: it tells of no corrections.
   */
  readonly follows: "month-before" | "newest" | null;
  /** Only these stand in it. */
  readonly classes: readonly Class[];
}

const netted = [
  "new",
  "back",
  "late-qualified",
  "corrected",
  "transfer-programme",
  "transfer-institution",
  "transfer-sector",
  "graduated-waiting",
  "qualified",
  "moved",
  "deceased",
  "exempt",
  "certificate-with-work",
  "over-age",
  "absolute-absence",
] as const satisfies readonly Class[];

/** What a regional point can be given. One more dataset is one more entry. */
export const datasets = {
  "monthly-balance": {
    label: { nl: "Uitval en terugkeer", en: "Leaving and returning" },
    about: {
      nl: "Per persoon: nieuw uitgevallen, terug, overgestapt, wacht op inschrijving of nog steeds uitgevallen. De beginstand plus nieuw min weg is de eindstand.",
      en: "For each person: newly left, back, switched, waiting for an enrolment or still away. Opening plus new minus gone is closing.",
    },
    formerly: "A01, A02, A04",
    method: "netting",
    rhythm: "monthly",
    follows: "month-before",
    classes: [...netted, "still-open"],
  },
  "weekly-changes": {
    label: { nl: "Wijzigingen van de week", en: "Changes of the week" },
    about: {
      nl: "Wie deze week uitviel, terugkwam, overstapte of om een andere reden van de lijst ging. Alleen wat er veranderde: hoeveel mensen er zijn uitgevallen, staat in Uitval en terugkeer.",
      en: "Who left, came back, switched or went off the list for another reason this week. Only what changed: how many early leavers there are stands in Leaving and returning.",
    },
    formerly: "P-levering",
    method: "netting",
    rhythm: "weekly",
    follows: "newest",
    classes: netted,
  },
  "long-term-absence": {
    label: { nl: "Mogelijk langdurig verzuim", en: "Potential long-term absence" },
    about: {
      nl: "Leerlingen met een open melding die drie weken of langer weg zijn, met de dag waarop de grens wordt bereikt.",
      en: "Students with an open report who are away for three weeks or more, and the day on which the limit is reached.",
    },
    formerly: "R08",
    method: "reports",
    rhythm: "weekly",
    follows: null,
    classes: ["absence-near", "absence-reached"],
  },
  "not-enrolled": {
    label: { nl: "Leerplichtig zonder inschrijving", en: "Of compulsory age without enrolment" },
    about: {
      nl: "Inwoners die leerplichtig of kwalificatieplichtig zijn en geen inschrijving en geen vrijstelling hebben.",
      en: "Residents with a duty to be at school, without enrolment and without exemption.",
    },
    formerly: null,
    method: "reference-day",
    rhythm: "monthly",
    follows: "newest",
    classes: ["absolute-absence"],
  },
  "start-set": {
    label: { nl: "Startset 1 oktober", en: "Start set of 1 October" },
    about: {
      nl: "Wie op 1 oktober is ingeschreven en nog geen startkwalificatie heeft: de basis voor het schooljaar.",
      en: "Who is enrolled on 1 October without a basic qualification: the base of the school year.",
    },
    formerly: "A05",
    method: "reference-day",
    rhythm: "yearly",
    follows: "newest",
    classes: ["start"],
  },
  "late-qualifications": {
    label: { nl: "Verlate startkwalificaties", en: "Late basic qualifications" },
    about: {
      nl: "Wie op 1 oktober was uitgevallen en voor het eind van het jaar toch een startkwalificatie kreeg.",
      en: "Who was an early leaver on 1 October and got a basic qualification before the end of the year.",
    },
    formerly: "A07",
    method: "netting",
    rhythm: "yearly",
    follows: "newest",
    classes: ["late-qualified"],
  },
  snapshot: {
    label: { nl: "Momentopname", en: "Snapshot" },
    about: {
      nl: "Alle inwoners van een leeftijd op een dag, met hun onderwijs. U vraagt hem zelf aan en zegt waarvoor.",
      en: "All residents of an age on a day, with their education. You ask for it yourself and say what for.",
    },
    formerly: "C-levering",
    method: "reference-day",
    rhythm: "on-demand",
    follows: null,
    classes: ["resident"],
  },
} as const satisfies Record<string, DatasetShape>;

export type Dataset = keyof typeof datasets;
export const datasetCodes = Object.keys(datasets).filter(isDataset);

/** Whoever was in the list of the delivery before and was not let off is in this one too. */
export function goesOn(dataset: Dataset): boolean {
  return datasets[dataset].follows === "month-before";
}

export function tellsOf(dataset: Dataset, name: Class): boolean {
  const told: readonly Class[] = datasets[dataset].classes;
  return told.includes(name);
}

/** Only where whoever is still away stands in it too, the rows come to an opening and a closing. */
export function hasBalance(dataset: Dataset): boolean {
  return tellsOf(dataset, "still-open");
}

export function isDataset(text: string): text is Dataset {
  return Object.hasOwn(datasets, text);
}

/** The last period of a dataset that is over on this day; null: it does not come by itself. */
export function lastPeriod(dataset: Dataset, today: CalendarDate): Period | null {
  switch (datasets[dataset].rhythm) {
    case "on-demand":
      return null;
    case "weekly":
      return lastWeek(today);
    case "monthly":
      return lastMonth(today);
    case "yearly":
      return dataset === "start-set" ? lastFirstOfOctober(today) : lastAutumn(today);
  }
}

/** Monday up to and with Sunday. */
function lastWeek(today: CalendarDate): Period {
  const monday = addDays(today, 1 - weekdayOf(today));
  return { from: addDays(monday, -7), until: addDays(monday, -1) };
}

function lastMonth(today: CalendarDate): Period {
  const until = addDays(firstOfMonth(today), -1);
  return { from: firstOfMonth(until), until };
}

/** Schools may put an enrolment in the register until a week later; the start set then holds still. */
function lastFirstOfOctober(today: CalendarDate): Period {
  const year = Number(today.slice(0, 4));
  const day = calendarDate.parse(today.slice(5) >= "10-08" ? `${year}-10-01` : `${year - 1}-10-01`);
  return { from: day, until: day };
}

function lastAutumn(today: CalendarDate): Period {
  const year = Number(today.slice(0, 4)) - 1;
  return { from: calendarDate.parse(`${year}-10-02`), until: calendarDate.parse(`${year}-12-31`) };
}

/** Whether a period can be delivered: a day that is still to come is in no register. */
export function isOver({ until }: Period, today: CalendarDate): boolean {
  return until < today;
}
