import { z } from "zod";
import type { Label } from "@/lib/i18n/locale";
import { type Because, becauseCodes, type RuleName } from "@/lib/routing/route";

/** What each rule of the router asks, for whoever reads why a report came here. */
export const ruleQuestions = {
  regime: { nl: "Welke plicht geldt?", en: "Which duty applies?" },
  "stay-address": { nl: "Verblijft de leerling ergens anders?", en: "Does the student stay elsewhere?" },
  residence: { nl: "Waar woont de leerling?", en: "Where does the student live?" },
  successor: { nl: "Is die gemeente opgegaan in een andere?", en: "Has that municipality become part of another?" },
  "competent-office": { nl: "Welk kantoor is bevoegd?", en: "Which office is competent?" },
  "open-case": { nl: "Heeft iemand deze leerling al?", en: "Does somebody have this student already?" },
  "office-rule": { nl: "Wat zeggen de regels van het kantoor?", en: "What do the rules of the office say?" },
  "location-officer": {
    nl: "Heeft deze locatie een vaste medewerker?",
    en: "Has this location an officer of its own?",
  },
  "in-turn": { nl: "Wie is er aan de beurt?", en: "Whose turn is it?" },
  "least-open-work": { nl: "Wie heeft het minste open werk?", en: "Who has the least open work?" },
  "shared-inbox": { nl: "Anders de gedeelde werkvoorraad", en: "Otherwise the shared inbox" },
  "placed-by-hand": { nl: "Met de hand geplaatst door het loket", en: "Placed by hand by the desk" },
  referred: { nl: "Doorgestuurd door een ander kantoor", en: "Sent on by another office" },
  "taken-over": { nl: "Overgenomen van een ander kantoor", en: "Taken over from another office" },
} as const satisfies Record<RuleName, Label>;

/** One step as it is stored, as far as everybody at the office may read it. */
export const triedStep = z.object({
  rule: z.string().refine((rule): rule is RuleName => Object.hasOwn(ruleQuestions, rule)),
  outcome: z.enum(["matched", "no-match", "several"]),
});

/** One decision of the router, or of the desk, as the office may read it. */
export interface Receipt {
  readonly decidedAt: Date;
  readonly because: readonly Because[];
  readonly steps: readonly Step[];
  /** Null: the shared inbox. */
  readonly officerName: string | null;
}

export interface Step {
  readonly rule: RuleName;
  readonly outcome: "matched" | "no-match" | "several";
  /** The rule that decided. */
  readonly decided: boolean;
}

export interface StoredDecision {
  readonly decidedAt: Date;
  readonly rule: string;
  readonly because: readonly string[];
  readonly tried: unknown;
  readonly officer: { readonly name: string } | null;
}

export function readReceipt({ decidedAt, rule, because, tried, officer }: StoredDecision): Receipt {
  const steps = z.array(triedStep).parse(tried);
  return {
    decidedAt,
    because: because.filter(isBecause),
    steps: steps.map((step) => ({ ...step, decided: step.rule === rule })),
    officerName: officer?.name ?? null,
  };
}

function isBecause(code: string): code is Because {
  return Object.hasOwn(becauseCodes, code);
}
