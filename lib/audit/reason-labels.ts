import type { Label } from "@/lib/i18n/locale";

/** The grounds on which something is seen or done, as the access log says them. */
export const reasonLabels = {
  "area-changed": { nl: "gebied veranderd", en: "area changed" },
  asked: { nl: "aangevraagd met doel", en: "asked for with purpose" },
  "backup-of-the-desk": { nl: "back-up van het loket", en: "backup of the desk" },
  calendar: { nl: "volgens de kalender", en: "by the calendar" },
  "client-of-office": { nl: "koppeling van het kantoor", en: "coupled system of the office" },
  "client-of-school": { nl: "koppeling van de school", en: "coupled system of the school" },
  "handed-over": { nl: "overgenomen in gemeentelijk dossier", en: "taken into municipal file" },
  retention: { nl: "bewaartermijn voorbij", en: "retention over" },
  administration: { nl: "beheer", en: "administration" },
  "dossier-child_protection": {
    nl: "dossier voor de Raad voor de Kinderbescherming",
    en: "dossier for the child protection board",
  },
  "dossier-other_office": { nl: "dossier voor een ander kantoor", en: "dossier for another office" },
  "dossier-own_file": { nl: "dossier voor het eigen archief", en: "dossier for own files" },
  "dossier-prosecutor": { nl: "dossier voor de officier van justitie", en: "dossier for the public prosecutor" },
  "duty-of-the-desk": { nl: "taak van het loket", en: "duty of the desk" },
  "erased-before-restore": {
    nl: "was al gewist voordat een back-up werd teruggezet",
    en: "was erased before a backup was put back",
  },
  "import-of-a-file": { nl: "bestand ingelezen", en: "import of a file" },
  invitation: { nl: "uitnodiging", en: "invitation" },
  "not-own-school": { nl: "niet van de eigen school", en: "not of the own school" },
  "own-account": { nl: "eigen account", en: "own account" },
  "own-duty": { nl: "eigen taak", en: "own duty" },
  "own-office": { nl: "eigen kantoor", en: "own office" },
  "own-secret": { nl: "eigen geheim van de koppeling", en: "own secret of the coupled system" },
  "own-school": { nl: "eigen school", en: "own school" },
  "register-changed": { nl: "register veranderd", en: "register changed" },
  "sign-in": { nl: "inloggen", en: "signing in" },
  "system-attachments": { nl: "loket: bijlagen", en: "desk: attachments" },
  "system-audit": { nl: "loket: toegangslog", en: "desk: access log" },
  "system-command-line": { nl: "loket: opdrachtregel", en: "desk: command line" },
  "system-deliveries": { nl: "loket: leveringen", en: "desk: deliveries" },
  "system-import": { nl: "loket: inlezen", en: "desk: imports" },
  "system-notifications": { nl: "loket: berichten", en: "desk: notices" },
  "system-routing": { nl: "loket: routering", en: "desk: routing" },
  "system-seed": { nl: "loket: oefengegevens", en: "desk: practice data" },
  "system-sign-in": { nl: "loket: inloggen", en: "desk: signing in" },
  "system-statistics": { nl: "loket: cijfers", en: "desk: figures" },
  "system-terms": { nl: "loket: termijnen", en: "desk: terms" },
  "term-near": { nl: "termijn loopt bijna af", en: "term nearly over" },
  "term-over": { nl: "termijn voorbij", en: "term over" },
} as const satisfies Readonly<Record<string, Label>>;

/** A ground without words here does not compile. */
export type AuditReason = keyof typeof reasonLabels;
