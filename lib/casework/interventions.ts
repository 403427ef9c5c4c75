interface Intervention {
  /** What the office calls it. */
  readonly office: { readonly nl: string; readonly en: string };
  /** What the school hears; of acts of other bodies only that they are there (settled 11). */
  readonly school: { readonly nl: string; readonly en: string };
}

const elsewhere = {
  nl: "In behandeling bij een andere instantie",
  en: "Being dealt with by another body",
} as const;

/** What an officer does with a report. A new one is one entry here. */
export const interventions = {
  called: {
    office: { nl: "Gebeld", en: "Called" },
    school: { nl: "heeft gebeld", en: "has called" },
  },
  talk_at_school: {
    office: { nl: "Gesprek op school", en: "Talk at school" },
    school: { nl: "heeft op school een gesprek gevoerd", en: "has had a talk at school" },
  },
  talk_at_office: {
    office: { nl: "Gesprek op kantoor", en: "Talk at the office" },
    school: { nl: "heeft op kantoor een gesprek gevoerd", en: "has had a talk at the office" },
  },
  home_visit: {
    office: { nl: "Huisbezoek", en: "Home visit" },
    school: { nl: "is op huisbezoek geweest", en: "has made a home visit" },
  },
  warning_letter: {
    office: { nl: "Waarschuwingsbrief", en: "Warning letter" },
    school: { nl: "heeft een waarschuwingsbrief gestuurd", en: "has sent a warning letter" },
  },
  referred_to_help: {
    office: { nl: "Verwezen naar hulp", en: "Referred to help" },
    school: { nl: "heeft naar hulp verwezen", en: "has referred to help" },
  },
  halt: { office: { nl: "Verwezen naar Halt", en: "Referred to Halt" }, school: elsewhere },
  official_report: { office: { nl: "Proces-verbaal", en: "Official report" }, school: elsewhere },
  child_protection: {
    office: { nl: "Raad voor de Kinderbescherming", en: "Child protection board" },
    school: elsewhere,
  },
  other: {
    office: { nl: "Iets anders", en: "Something else" },
    school: { nl: "heeft iets gedaan", en: "has done something" },
  },
} as const satisfies Record<string, Intervention>;

export type InterventionCode = keyof typeof interventions;
export const interventionCodes = Object.keys(interventions) as readonly InterventionCode[];

/** Acts of which others learn only that another body is busy. */
export function isConfidential(code: InterventionCode): boolean {
  return interventions[code].school === elsewhere;
}
