import type { Label } from "@/lib/i18n/locale";
import type { Why } from "./route";

/** The reasons for which a report has no office, by themselves; `becauseCodes` has them as the end of a sentence. */
export const whyLabels: Readonly<Record<Why, Label>> = {
  "no-regime": {
    nl: "Voor deze leerling geldt op deze dag geen plicht",
    en: "No duty applies to this student on this day",
  },
  "unknown-residence": { nl: "Woonplaats onbekend", en: "Residence unknown" },
  abroad: { nl: "Woont in het buitenland", en: "Lives abroad" },
  "address-needed": { nl: "Gemeente blijkt niet uit het adres", en: "The address does not show the municipality" },
  "no-office": {
    nl: "Geen kantoor voor deze gemeente en plicht",
    en: "No office for this municipality and duty",
  },
};
