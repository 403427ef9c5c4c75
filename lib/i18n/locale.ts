export const locales = ["nl", "en"] as const;
export type Locale = (typeof locales)[number];

export const defaultLocale: Locale = "nl";
export const localeCookieName = "taal";

/** A label of a domain code, in both languages. */
export type Label = Readonly<Record<Locale, string>>;

export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value);
}

/** The language that somebody chose, as it is kept; one that this release does not know is read as the first. */
export function localeOf(kept: string): Locale {
  return isLocale(kept) ? kept : defaultLocale;
}

/** What the reader chose, else what the browser asks for, else Dutch. */
export function localeFor(chosen: string | undefined, acceptLanguage: string | null): Locale {
  return isLocale(chosen) ? chosen : preferredLocale(acceptLanguage ?? "");
}

function preferredLocale(acceptLanguage: string): Locale {
  const wishes = acceptLanguage.slice(0, 500).split(",").map(readWish);
  const [best] = wishes.filter((wish) => wish !== null).sort((one, other) => other.weight - one.weight);
  return best?.locale ?? defaultLocale;
}

function readWish(part: string): { locale: Locale; weight: number } | null {
  const [tag = "", quality = "q=1"] = part.trim().split(/\s*;\s*/);
  const language = tag.split("-")[0]?.toLowerCase();
  const weight = Number(quality.replace(/^q=/, ""));
  return isLocale(language) && weight > 0 ? { locale: language, weight } : null;
}
