import type { Label } from "@/lib/i18n/locale";
import { type ElsewhereAct, hiddenAct } from "@/lib/timeline/elsewhere";
import type { Route } from "./routes";

interface Intervention {
  /** What the office calls it. */
  readonly office: Label;
  /** What the school hears; of acts of other bodies only that they are there (settled 11). */
  readonly school: Label;
  /** What the school hears of one that lies ahead. Absent: it is recorded when it was done. */
  readonly planned?: Label;
  /** Where a planned one is held, which the invitation says; at home that is the address of the register. */
  readonly place?: "asked" | "home";
  /** Which of the four routes of the MAS method it belongs to. Absent: none of them yet. */
  readonly route?: Route;
}

const elsewhere = {
  nl: "In behandeling bij een andere instantie",
  en: "Being dealt with by another body",
} as const;

type OfOthers = Intervention & { readonly school: typeof elsewhere };

/** What an officer does with a report. A new one is one entry here. */
export const interventions = {
  called: {
    office: { nl: "Gebeld", en: "Called" },
    school: { nl: "heeft gebeld", en: "has called" },
  },
  talk_at_school: {
    office: { nl: "Gesprek op school", en: "Talk at school" },
    school: { nl: "heeft op school een gesprek gevoerd", en: "has had a talk at school" },
    planned: { nl: "heeft op school een gesprek gepland", en: "has planned a talk at school" },
    place: "asked",
  },
  talk_at_office: {
    office: { nl: "Gesprek op kantoor", en: "Talk at the office" },
    school: { nl: "heeft op kantoor een gesprek gevoerd", en: "has had a talk at the office" },
    planned: { nl: "heeft op kantoor een gesprek gepland", en: "has planned a talk at the office" },
    place: "asked",
  },
  home_visit: {
    office: { nl: "Huisbezoek", en: "Home visit" },
    school: { nl: "is op huisbezoek geweest", en: "has made a home visit" },
    planned: { nl: "heeft een huisbezoek gepland", en: "has planned a home visit" },
    place: "home",
  },
  round_table: {
    office: { nl: "Overleg met school en hulp (MDO)", en: "Round table with school and help" },
    school: { nl: "heeft met school en hulp overlegd", en: "has met with school and help" },
    planned: { nl: "heeft een overleg met school en hulp gepland", en: "has planned a meeting with school and help" },
    place: "asked",
  },
  warning_letter: {
    office: { nl: "Waarschuwingsbrief", en: "Warning letter" },
    school: { nl: "heeft een waarschuwingsbrief gestuurd", en: "has sent a warning letter" },
  },
  referred_to_help: {
    office: { nl: "Verwezen naar hulp", en: "Referred to help" },
    school: { nl: "heeft naar hulp verwezen", en: "has referred to help" },
    route: "voluntary_help",
  },
  trajectory_started: {
    office: { nl: "Traject gestart", en: "Trajectory started" },
    school: { nl: "heeft een traject gestart", en: "has started a trajectory" },
    route: "voluntary_help",
  },
  exemption_asked: {
    office: { nl: "Vrijstelling gevraagd", en: "Exemption asked" },
    school: { nl: "behandelt een vraag om vrijstelling", en: "is dealing with a request for exemption" },
  },
  halt: { office: { nl: "Verwezen naar Halt", en: "Referred to Halt" }, school: elsewhere, route: "halt" },
  official_report: {
    office: { nl: "Proces-verbaal", en: "Official report" },
    school: elsewhere,
    route: "criminal",
  },
  child_protection: {
    office: { nl: "Raad voor de Kinderbescherming", en: "Child protection board" },
    school: elsewhere,
    route: "civil",
  },
  other: {
    office: { nl: "Iets anders", en: "Something else" },
    school: { nl: "heeft iets gedaan", en: "has done something" },
  },
} as const satisfies Record<string, Intervention> & Record<ElsewhereAct, OfOthers>;

export type InterventionCode = keyof typeof interventions;
export const interventionCodes = Object.keys(interventions) as readonly InterventionCode[];

/** What the school hears, also of what it hears no more of than that another body is busy. */
export const interventionsForSchool: Readonly<Record<string, Label>> = {
  ...Object.fromEntries(interventionCodes.map((code) => [code, interventions[code].school])),
  [hiddenAct]: elsewhere,
};

/** The entry, seen through the shape that all entries share. */
export function interventionOf(code: InterventionCode): Intervention {
  return interventions[code];
}

export function isIntervention(code: string): code is InterventionCode {
  return Object.hasOwn(interventions, code);
}
