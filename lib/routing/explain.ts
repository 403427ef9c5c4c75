import type { Locale } from "@/lib/i18n/locale";
import { type Because, becauseCodes, officerReasons, type Route } from "./route";

const words = {
  nl: {
    went: (office: string) => `Ging naar ${office}, omdat`,
    nowhere: "Voor deze melding is er geen kantoor, omdat",
    officer: (officer: string) => `${officer} krijgt de melding, omdat`,
    shared: "De melding komt in de gezamenlijke werkvoorraad, omdat",
    hidden: "Het bevoegde kantoor heeft de melding.",
  },
  en: {
    went: (office: string) => `Went to ${office}, because`,
    nowhere: "There is no office for this report, because",
    officer: (officer: string) => `${officer} gets the report, because`,
    shared: "The report is in the shared inbox, because",
    hidden: "The competent office has the report.",
  },
} as const satisfies Record<Locale, object>;

interface Reader {
  readonly side: "school" | "office" | "desk";
  readonly locale: Locale;
}

/** Where a report went and why, in plain words; nothing about where, to a school, when the address is protected. */
export function explainRoute(route: Route, { side, locale }: Reader): string {
  const say = words[locale];
  if (side === "school" && route.isProtected) return say.hidden;
  if (route.kind === "unroutable") return sentence(say.nowhere, [route.why], locale);
  const forOffice = route.because.filter((code) => !officerReasons.has(code));
  const forOfficer = route.because.filter((code) => officerReasons.has(code));
  const begin = route.officer === null ? say.shared : say.officer(route.officer.name);
  return `${sentence(say.went(route.office.name), forOffice, locale)} ${sentence(begin, forOfficer, locale)}`;
}

function sentence(begin: string, codes: readonly Because[], locale: Locale): string {
  const reasons = codes.map((code) => becauseCodes[code][locale]).filter((reason) => reason !== "");
  return `${begin} ${new Intl.ListFormat(locale, { type: "conjunction" }).format(reasons)}.`;
}
