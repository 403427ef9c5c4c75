import type { Label } from "@/lib/i18n/locale";

/** What cannot be right in the rows of the register. Named in the delivery, so that somebody can have it mended. */
export const oddities = {
  "enrolment-backwards": {
    nl: "een inschrijving eindigt voor zij begint en telt niet mee",
    en: "an enrolment ends before it begins and does not count",
  },
  "enrolment-before-birth": {
    nl: "een inschrijving eindigt voor de geboorte en telt niet mee",
    en: "an enrolment ends before birth and does not count",
  },
  "enrolment-begins-before-birth": {
    nl: "een inschrijving begint voor de geboorte",
    en: "an enrolment begins before birth",
  },
  "enrolments-overlap": {
    nl: "inschrijvingen overlappen elkaar",
    en: "enrolments overlap",
  },
  "enrolment-without-location": {
    nl: "een inschrijving noemt geen vestiging",
    en: "an enrolment names no location",
  },
  "two-numbers": {
    nl: "deze persoon heeft twee nummers (BSN en onderwijsnummer)",
    en: "this person has two numbers (BSN and education number)",
  },
  "enrolled-after-death": {
    nl: "een inschrijving loopt door na het overlijden",
    en: "an enrolment runs on after death",
  },
  "no-residence": {
    nl: "er is geen woonplaats bekend",
    en: "no residence is known",
  },
} as const satisfies Record<string, Label>;

export type Oddity = keyof typeof oddities;

export function isOddity(text: string): text is Oddity {
  return Object.hasOwn(oddities, text);
}
