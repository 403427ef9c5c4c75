import { actionLabels } from "@/lib/audit/action-labels";
import { reasonLabels } from "@/lib/audit/reason-labels";
import type { Label } from "@/lib/i18n/locale";
import type { SystemName } from "./viewer";

const objectLabels = {
  "access-log": { nl: "toegangslog", en: "access log" },
  "area-move": { nl: "verhuizing van meldingen", en: "move of reports" },
  attachment: { nl: "bijlage", en: "attachment" },
  calendar: { nl: "schoolkalender", en: "school calendar" },
  "calendar-period": { nl: "periode in schoolkalender", en: "period in school calendar" },
  account: { nl: "account", en: "account" },
  client: { nl: "koppeling", en: "coupled system" },
  delivery: { nl: "levering", en: "delivery" },
  desk: { nl: "loket", en: "desk" },
  draft: { nl: "concept", en: "draft" },
  enrolments: { nl: "inschrijvingen", en: "enrolments" },
  exemptions: { nl: "vrijstellingen", en: "exemptions" },
  figures: { nl: "cijfers", en: "figures" },
  import: { nl: "bestand met meldingen", en: "file with reports" },
  "inbox-view": { nl: "weergave van werkvoorraad", en: "view of inbox" },
  location: { nl: "vestiging", en: "location" },
  letter: { nl: "bericht", en: "message" },
  mandate: { nl: "functie", en: "role" },
  municipalities: { nl: "gemeenten", en: "municipalities" },
  municipality: { nl: "gemeente", en: "municipality" },
  "municipality-changes": { nl: "herindelingen van gemeenten", en: "changes of municipalities" },
  note: { nl: "notitie", en: "note" },
  office: { nl: "kantoor", en: "office" },
  offices: { nl: "kantoren", en: "offices" },
  organisation: { nl: "organisatie", en: "organisation" },
  postcodes: { nl: "postcodes", en: "postcodes" },
  regions: { nl: "regio's", en: "regions" },
  report: { nl: "melding", en: "report" },
  "rule-set": { nl: "regels", en: "rules" },
  school: { nl: "school", en: "school" },
  schools: { nl: "scholen", en: "schools" },
  session: { nl: "sessie", en: "session" },
  template: { nl: "sjabloon", en: "template" },
  student: { nl: "leerling", en: "student" },
  students: { nl: "leerlingen", en: "students" },
} as const satisfies Readonly<Record<string, Label>>;

/** The parts of the desk that act by themselves. */
const systemLabels = {
  attachments: { nl: "bijlagen", en: "attachments" },
  audit: { nl: "toegangslog", en: "access log" },
  "command-line": { nl: "opdrachtregel", en: "command line" },
  deliveries: { nl: "leveringen", en: "deliveries" },
  import: { nl: "inlezen", en: "imports" },
  notifications: { nl: "berichten", en: "notices" },
  routing: { nl: "routering", en: "routing" },
  seed: { nl: "oefengegevens", en: "practice data" },
  "sign-in": { nl: "inloggen", en: "signing in" },
  statistics: { nl: "cijfers", en: "figures" },
  terms: { nl: "termijnen", en: "terms" },
} as const satisfies Readonly<Record<SystemName, Label>>;

const tables = { action: actionLabels, reason: reasonLabels, object: objectLabels, system: systemLabels } as const;

export function accessLogLabel(table: keyof typeof tables, code: string, locale: keyof Label): string {
  const labels: Readonly<Record<string, Label>> = tables[table];
  return labels[code]?.[locale] ?? code;
}
