import type { Locale } from "@/lib/i18n/locale";
import type { Translate } from "@/lib/i18n/translator";
import { type Because, becauseCodes } from "@/lib/routing/route";

interface Place {
  readonly outcome: "assigned" | "unroutable";
  /** Null: unroutable, or not for this reader to know. */
  readonly office: { readonly name: string } | null;
  readonly officer: { readonly name: string } | null;
  readonly because: readonly Because[];
}

/** The reasons as one part of a sentence: "de leerling daar woont en dit het eigen kantoor van de gemeente is". */
export function reasonsOf(because: readonly Because[], locale: Locale): string {
  const words = because.map((code) => becauseCodes[code][locale]).filter((word) => word !== "");
  return new Intl.ListFormat(locale, { type: "conjunction" }).format(words);
}

export function isHiddenPlace({ because }: Pick<Place, "because">): boolean {
  return because.includes("protected");
}

/** Where a report will go and why, before it is sent. */
export function destinationOf(place: Place, t: Translate, locale: Locale): { title: string; text: string } {
  if (isHiddenPlace(place)) {
    return { title: t("reports.destination.protected"), text: t("reports.destination.protectedText") };
  }
  const reasons = reasonsOf(place.because, locale);
  if (place.office === null) {
    return { title: t("reports.destination.unroutable"), text: t("reports.destination.unroutableText", { reasons }) };
  }
  const office = place.office.name;
  const title =
    place.officer === null
      ? t("reports.destination.office", { office })
      : t("reports.destination.officer", { office, officer: place.officer.name });
  return { title, text: t("reports.destination.because", { reasons }) };
}
