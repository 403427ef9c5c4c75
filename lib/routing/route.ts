import type { DutyRegime, Regime } from "@/lib/directory/regime";
import type { Absence } from "./availability";

/** Why a report went where it went, or nowhere, as codes that systems may rely on. */
export const becauseCodes = {
  "lives-there": { nl: "de leerling daar woont", en: "the student lives there" },
  "stays-there": { nl: "de leerling daar verblijft", en: "the student stays there" },
  "correspondence-address": {
    nl: "de leerling daar een briefadres heeft",
    en: "the student has a postal address there",
  },
  "municipality-merged": {
    nl: "de vroegere gemeente daarin is opgegaan",
    en: "the former municipality has become part of it",
  },
  "own-office": { nl: "dit het eigen kantoor van de gemeente is", en: "this is the municipality's own office" },
  "joint-office": { nl: "dit kantoor voor meer gemeenten werkt", en: "this office works for several municipalities" },
  "regional-point": {
    nl: "de Leerplichtwet voor de leerling niet meer geldt",
    en: "the Compulsory Education Act no longer applies to the student",
  },
  "open-case": {
    nl: "deze medewerker al een open melding van deze leerling heeft",
    en: "this officer already has an open report of this student",
  },
  "cares-for-location": {
    nl: "dit de vaste medewerker voor deze locatie is",
    en: "this officer has the care of this location",
  },
  "office-rule": {
    nl: "een regel van het kantoor dit zo bepaalt",
    en: "a rule of the office says so",
  },
  deputy: {
    nl: "deze medewerker waarneemt voor de vaste medewerker",
    en: "this officer stands in for the usual one",
  },
  "in-turn": {
    nl: "deze medewerker nu aan de beurt is",
    en: "it is this officer's turn",
  },
  "least-open-work": {
    nl: "deze medewerker nu het minste open werk heeft",
    en: "this officer has the least open work now",
  },
  "shared-inbox": {
    nl: "het kantoor de meldingen zelf verdeelt",
    en: "the office distributes the reports itself",
  },
  "placed-by-hand": {
    nl: "het loket de melding met de hand heeft geplaatst",
    en: "the desk placed the report by hand",
  },
  referred: {
    nl: "een ander kantoor de melding heeft doorgestuurd",
    en: "another office sent the report on",
  },
  "taken-over": {
    nl: "dit kantoor de melding heeft overgenomen",
    en: "this office took the report over",
  },
  protected: { nl: "", en: "" },
  "no-regime": {
    nl: "voor deze leerling op deze dag geen leerplicht, kwalificatieplicht of 18-plusregeling geldt",
    en: "no duty applies to this student on this day",
  },
  "unknown-residence": { nl: "niet bekend is waar de leerling woont", en: "it is not known where the student lives" },
  abroad: { nl: "de leerling in het buitenland woont", en: "the student lives abroad" },
  "address-needed": {
    nl: "uit het adres niet blijkt in welke gemeente de leerling woont of verblijft",
    en: "the address does not show in which municipality the student lives or stays",
  },
  "no-office": {
    nl: "voor deze gemeente en deze plicht nog geen kantoor is ingesteld",
    en: "no office is set for this municipality and duty yet",
  },
} as const satisfies Record<string, { nl: string; en: string }>;

export type Because = keyof typeof becauseCodes;

/** Reasons for the person in the office; the others are reasons for the office. */
export const officerReasons: ReadonlySet<Because> = new Set([
  "open-case",
  "office-rule",
  "cares-for-location",
  "deputy",
  "in-turn",
  "least-open-work",
  "shared-inbox",
]);

export const whys = [
  "no-regime",
  "unknown-residence",
  "abroad",
  "address-needed",
  "no-office",
] as const satisfies Because[];
export type Why = (typeof whys)[number];

/** One step of the decision: what was tried, and whether it gave an answer. */
export interface Tried {
  readonly rule: RuleName;
  readonly outcome: "matched" | "no-match" | "several";
  /** Codes and ids only. */
  readonly found: readonly string[];
  /** Rules of the office that matched and that nobody could take. */
  readonly skipped?: readonly SkippedRule[];
}

/** Why somebody whom a rule of the office names does not get the report. */
export type SkipReason = Absence | "not-in-team" | "not-for-protected";

export interface SkippedRule {
  readonly ruleId: string;
  readonly officers: readonly { readonly id: string; readonly why: SkipReason }[];
}

/** What the rules of the office said. */
export interface OfficeRulesAsked {
  readonly version: number;
  /** Null: none of them had the last word. */
  readonly ruleId: string | null;
  /** The others that matched, in their order. */
  readonly alsoMatched: readonly string[];
}

export type RuleName =
  | "regime"
  | "stay-address"
  | "residence"
  | "successor"
  | "competent-office"
  | "open-case"
  | "office-rule"
  | "location-officer"
  | "in-turn"
  | "least-open-work"
  | "shared-inbox"
  | "placed-by-hand"
  | "referred"
  | "taken-over";

export interface NamedMunicipality {
  readonly code: string;
  readonly name: string;
}

/** The answer of the router. Unroutable means: no competent office (settled 3). */
export type Route =
  | {
      readonly kind: "assigned";
      readonly regime: DutyRegime;
      readonly municipality: NamedMunicipality;
      readonly office: { readonly id: string; readonly code: string; readonly name: string };
      /** Null: the shared inbox of the office. */
      readonly officer: { readonly id: string; readonly name: string } | null;
      /** Null: the office has no rules of its own, or they were not asked. */
      readonly ruleSetVersion: number | null;
      /** Null: no rule of the office had the last word. */
      readonly officeRuleId: string | null;
      readonly alsoMatched: readonly string[];
      readonly rule: RuleName;
      readonly because: readonly Because[];
      readonly tried: readonly Tried[];
      readonly isProtected: boolean;
    }
  | {
      readonly kind: "unroutable";
      readonly why: Why;
      readonly regime: Regime;
      readonly municipality: NamedMunicipality | null;
      readonly rule: RuleName;
      readonly because: readonly Because[];
      readonly tried: readonly Tried[];
      readonly isProtected: boolean;
    };
