import type { Label } from "@/lib/i18n/locale";

/** What the codes of the access log mean. A code without words here is shown as it is. */
const actionLabels: Readonly<Record<string, Label>> = {
  "access-log:list": { nl: "toegangslog bekeken", en: "looked at access log" },
  "account:activate": { nl: "account in gebruik genomen", en: "started using account" },
  "account:disable": { nl: "account gesloten", en: "closed account" },
  "account:enable": { nl: "account weer geopend", en: "reopened account" },
  "account:invite": { nl: "uitgenodigd", en: "invited" },
  "case:list": { nl: "zaken bekeken", en: "looked at cases" },
  "client:create": { nl: "koppeling gemaakt", en: "made coupled system" },
  "desk:open": { nl: "loket geopend", en: "opened desk" },
  "directory:import": { nl: "bestand ingelezen", en: "imported file" },
  "inbox:list": { nl: "werkvoorraad bekeken", en: "looked at inbox" },
  "locale:change": { nl: "taal gekozen", en: "chose language" },
  "mailbox:list": { nl: "postvak bekeken", en: "looked at mailbox" },
  "mailbox:read": { nl: "bericht gelezen", en: "read message" },
  "mandate:end": { nl: "functie beëindigd", en: "ended role" },
  "mandate:grant": { nl: "functie gegeven", en: "gave role" },
  "mandate:switch": { nl: "van functie gewisseld", en: "changed role" },
  "notice:list": { nl: "berichten bekeken", en: "looked at notices" },
  "officer:leave": { nl: "verlof gepland", en: "planned leave" },
  "officer:leave-end": { nl: "verlof beëindigd", en: "ended leave" },
  "officer:terms": { nl: "werkafspraken gewijzigd", en: "changed working terms" },
  "password:change": { nl: "wachtwoord gewijzigd", en: "changed password" },
  "people:list": { nl: "mensen van organisatie bekeken", en: "looked at people of organisation" },
  "people:read": { nl: "persoon bekeken", en: "looked at person" },
  "report:receipt": { nl: "reden van toewijzing bekeken", en: "looked at why it went there" },
  "report:acknowledge": { nl: "ter kennisgeving aangenomen", en: "noted" },
  "report:assign": { nl: "toegewezen", en: "assigned" },
  "report:changes": { nl: "wijzigingen opgevraagd", en: "asked for changes" },
  "report:close": { nl: "melding afgesloten", en: "closed report" },
  "report:correct": { nl: "melding verbeterd", en: "corrected report" },
  "report:file": { nl: "verzuim gemeld", en: "filed report" },
  "report:follow-up": { nl: "aan eerdere melding toegevoegd", en: "added to earlier report" },
  "report:list": { nl: "meldingen bekeken", en: "looked at reports" },
  "report:place": { nl: "melding geplaatst", en: "placed report" },
  "report:print": { nl: "melding afgedrukt", en: "printed report" },
  "report:read": { nl: "melding geopend", en: "opened report" },
  "report:record": { nl: "actie vastgelegd", en: "recorded action" },
  "report:reopen": { nl: "melding heropend", en: "reopened report" },
  "report:take": { nl: "melding opgepakt", en: "took up report" },
  "report:withdraw": { nl: "melding ingetrokken", en: "withdrew report" },
  "route:ask": { nl: "routering gevraagd", en: "asked for route" },
  "session:end": { nl: "uitgelogd", en: "signed out" },
  "session:start": { nl: "ingelogd", en: "signed in" },
  "student-number:read": { nl: "BSN of onderwijsnummer getoond", en: "showed BSN or education number" },
  "student:read": { nl: "leerling geopend", en: "opened student" },
  "student:search": { nl: "leerling gezocht", en: "searched for student" },
  "unroutable:list": { nl: "niet te routeren meldingen bekeken", en: "looked at unroutable reports" },
  "unroutable:read": { nl: "niet te routeren melding geopend", en: "opened unroutable report" },
};

const reasonLabels: Readonly<Record<string, Label>> = {
  administration: { nl: "beheer", en: "administration" },
  "duty-of-the-desk": { nl: "taak van het loket", en: "duty of the desk" },
  "import-of-a-file": { nl: "bestand ingelezen", en: "import of a file" },
  invitation: { nl: "uitnodiging", en: "invitation" },
  "not-own-school": { nl: "niet van de eigen school", en: "not of the own school" },
  "own-account": { nl: "eigen account", en: "own account" },
  "own-duty": { nl: "eigen taak", en: "own duty" },
  "own-office": { nl: "eigen kantoor", en: "own office" },
  "own-school": { nl: "eigen school", en: "own school" },
  "sign-in": { nl: "inloggen", en: "signing in" },
};

const objectLabels: Readonly<Record<string, Label>> = {
  account: { nl: "account", en: "account" },
  client: { nl: "koppeling", en: "coupled system" },
  desk: { nl: "loket", en: "desk" },
  letter: { nl: "bericht", en: "message" },
  mandate: { nl: "functie", en: "role" },
  organisation: { nl: "organisatie", en: "organisation" },
  report: { nl: "melding", en: "report" },
  school: { nl: "school", en: "school" },
  session: { nl: "sessie", en: "session" },
  student: { nl: "leerling", en: "student" },
};

const tables = { action: actionLabels, reason: reasonLabels, object: objectLabels } as const;

export function accessLogLabel(table: keyof typeof tables, code: string, locale: keyof Label): string {
  return tables[table][code]?.[locale] ?? code;
}
