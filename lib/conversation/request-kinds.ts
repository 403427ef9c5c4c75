import type { KindCode } from "@/lib/attachments/kinds";
import type { Label, Locale } from "@/lib/i18n/locale";

interface RequestKind {
  /** As it stands in a list of choices. */
  readonly label: Label;
  /** After "gevraagd om". */
  readonly what: Label;
  /** What helps the school to answer. */
  readonly help: Label;
  /** Without words of the officer nobody knows what is asked. */
  readonly needsWords: boolean;
  /** As what a paper that answers is kept; null: nobody answers this with a paper. */
  readonly paper: KindCode | null;
}

/** What an officer can ask of a school. A new one is one entry here. */
export const requestKinds = {
  absence_sheet: {
    label: { nl: "De verzuimstaat", en: "The absence sheet" },
    what: { nl: "de verzuimstaat", en: "the absence sheet" },
    help: {
      nl: "Zet de gemiste dagen en uren in uw antwoord, of stuur de verzuimstaat als bestand.",
      en: "Put the missed days and hours in your answer, or send the absence sheet as a file.",
    },
    needsWords: false,
    paper: "absence_sheet",
  },
  dates: {
    label: { nl: "De juiste dagen of uren", en: "The right days or hours" },
    what: { nl: "de juiste dagen of uren", en: "the right days or hours" },
    help: {
      nl: "Noem de dagen en uren die kloppen. Staat er iets fout in de melding? Pas die dan ook aan.",
      en: "Name the days and hours that are right. Is something wrong in the report? Then correct it too.",
    },
    needsWords: false,
    paper: "other",
  },
  contact: {
    label: { nl: "Contact met de school of de ouders", en: "Contact with the school or the parents" },
    what: { nl: "contactgegevens", en: "contact details" },
    help: {
      nl: "Schrijf wie het beste te bereiken is, hoe en wanneer.",
      en: "Write who is best reached, how and when.",
    },
    needsWords: false,
    paper: null,
  },
  statement: {
    label: { nl: "Een verklaring van de school", en: "A statement of the school" },
    what: { nl: "een verklaring", en: "a statement" },
    help: {
      nl: "Beschrijf wat u heeft gezien en gedaan. Noem geen ziekte of diagnose.",
      en: "Describe what you saw and did. Name no illness or diagnosis.",
    },
    needsWords: false,
    paper: "statement",
  },
  free: {
    label: { nl: "Iets anders", en: "Something else" },
    what: { nl: "een antwoord", en: "an answer" },
    help: { nl: "Noem geen ziekte of diagnose.", en: "Name no illness or diagnosis." },
    needsWords: true,
    paper: "other",
  },
} as const satisfies Record<string, RequestKind>;

export type RequestCode = keyof typeof requestKinds;

function isRequestCode(code: string): code is RequestCode {
  return Object.hasOwn(requestKinds, code);
}

export const requestCodes: readonly RequestCode[] = Object.keys(requestKinds).filter(isRequestCode);

/** A stored code; one that this release does not know is read as a question in free words. */
export function requestCodeOf(code: string): RequestCode {
  return isRequestCode(code) ? code : "free";
}

export function requestOptions(locale: Locale) {
  return requestCodes.map((value) => ({ value, label: requestKinds[value].label[locale] }));
}
