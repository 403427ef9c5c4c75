import type { Label } from "@/lib/i18n/locale";
import type { RuleName } from "./route";

/** Why somebody of the office gets a report, where no rule of the office itself says so. */
export const takerLabels: Readonly<Partial<Record<RuleName, Label>>> = {
  "open-case": { nl: "had al een open melding van de leerling", en: "already had an open report of the student" },
  "location-officer": { nl: "heeft de school in beheer", en: "has the care of the school" },
  "in-turn": { nl: "was aan de beurt", en: "it was their turn" },
  "least-open-work": { nl: "had het minste open werk", en: "had the least open work" },
  "shared-inbox": { nl: "niemand kon de melding krijgen", en: "nobody could be given the report" },
};
