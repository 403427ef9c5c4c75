import type { Label } from "@/lib/i18n/locale";

/** How the story calls what was corrected; the words themselves stay in the report. */
export const correctedFields: Readonly<Record<string, Label>> = {
  lastDay: { nl: "laatste dag", en: "last day" },
  hours: { nl: "uren", en: "hours" },
  arrivals: { nl: "keren te laat", en: "late arrivals" },
  reasonCode: { nl: "reden", en: "reason" },
  reason: { nl: "reden", en: "reason" },
  explanation: { nl: "toelichting", en: "explanation" },
  schoolActions: { nl: "wat de school al deed", en: "what the school did already" },
  schoolActionsNote: { nl: "wat de school al deed", en: "what the school did already" },
  contact: { nl: "contactpersoon", en: "contact" },
  parentPhone: { nl: "telefoonnummer van de ouders", en: "telephone number of the parents" },
  ownReference: { nl: "uw kenmerk", en: "own reference" },
};
