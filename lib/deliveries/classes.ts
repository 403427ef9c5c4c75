import type { Label } from "@/lib/i18n/locale";

/** In which part of a delivery somebody stands; each person of a region in exactly one. */
export const classes = {
  new: { nl: "nieuwe uitvaller", en: "new early leaver" },
  back: { nl: "terug op school", en: "back at school" },
  "still-open": { nl: "nog steeds uitgevallen", en: "still an early leaver" },
  "late-qualified": { nl: "verlate startkwalificatie", en: "late basic qualification" },
  corrected: { nl: "stond ten onrechte in een eerdere levering", en: "was wrongly in an earlier delivery" },
  "transfer-programme": { nl: "overstap: andere opleiding of vestiging", en: "transfer: programme or location" },
  "transfer-institution": { nl: "overstap: andere instelling", en: "transfer: institution" },
  "transfer-sector": { nl: "overstap: andere onderwijssoort", en: "transfer: sector" },
  "graduated-waiting": {
    nl: "geslaagd, wacht tot 1 oktober op inschrijving",
    en: "graduated, waiting for an enrolment until 1 October",
  },
  qualified: { nl: "van school met startkwalificatie", en: "left with a basic qualification" },
  moved: { nl: "verhuisd uit de regio", en: "moved out of the region" },
  deceased: { nl: "overleden", en: "deceased" },
  exempt: { nl: "vrijgesteld of vervangend onderwijs", en: "exempt or substitute education" },
  "certificate-with-work": {
    nl: "werkt met getuigschrift (praktijkonderwijs, vso, entree)",
    en: "works with a certificate (practical, special, entry level)",
  },
  "over-age": { nl: "boven de leeftijdsgrens", en: "over the age limit" },
  "absolute-absence": {
    nl: "leerplichtig en niet ingeschreven (absoluut verzuim)",
    en: "of compulsory age and not enrolled",
  },
  start: { nl: "startset: ingeschreven zonder startkwalificatie", en: "start set: enrolled, not qualified" },
  "absence-near": { nl: "nadert de grens voor langdurig verzuim", en: "comes near long-term absence" },
  "absence-reached": { nl: "langdurig verzuim", en: "long-term absence" },
  resident: { nl: "inwoner", en: "resident" },
} as const satisfies Record<string, Label>;

export type Class = keyof typeof classes;

export function isClass(text: string): text is Class {
  return Object.hasOwn(classes, text);
}

/** Why somebody is in that class. */
export const reasons = {
  left: { nl: "van school gegaan", en: "left school" },
  "no-enrolment-after-diploma": {
    nl: "geslaagd en op 1 oktober niet ingeschreven",
    en: "graduated, not enrolled on 1 October",
  },
  "duty-ended": { nl: "al van school, nu niet meer leerplichtig", en: "left before, now past compulsory age" },
  "age-limit-raised": { nl: "de leeftijdsgrens ging naar 27 jaar", en: "the age limit went to 27" },
  "exemption-ended": { nl: "de vrijstelling is voorbij", en: "the exemption is over" },
  "work-ended": { nl: "werkt niet meer bij het getuigschrift", en: "no longer works beside the certificate" },
  "moved-in": { nl: "verhuisd naar deze regio", en: "moved into this region" },
  "register-late": {
    nl: "later in het register verwerkt dan het gebeurde",
    en: "entered in the register later than it happened",
  },
  enrolled: { nl: "weer ingeschreven", en: "enrolled again" },
  "moved-to-region": { nl: "naar een andere regio", en: "to another region" },
  emigrated: { nl: "naar het buitenland of onbekend", en: "abroad or unknown" },
  none: { nl: "", en: "" },
} as const satisfies Record<string, Label>;

export type Reason = keyof typeof reasons;

export function isReason(text: string): text is Reason {
  return Object.hasOwn(reasons, text);
}
