import { createTranslator, type NamespaceKeys, type NestedKeyOf } from "use-intl/core";
import type { Locale } from "./locale";
import { type Messages, messages } from "./messages";

export type Area = NamespaceKeys<Messages, NestedKeyOf<Messages>>;

function make<const A extends Area = never>(locale: Locale, area?: A) {
  const inArea = area === undefined ? {} : { namespace: area };
  return createTranslator<Messages, A>({ locale, messages: messages[locale], timeZone: "Europe/Amsterdam", ...inArea });
}

export type Words<A extends Area = never> = ReturnType<typeof make<A>>;

const known = new Map<string, unknown>();

/**
 * The sentences of one area, or of all, in one language. Each translator is made once and keeps what it has compiled:
 * next-intl's own begin anew with each page, which was a tenth of the work of a page.
 */
export function wordsIn<const A extends Area = never>(locale: Locale, area?: A): Words<A> {
  const key = `${locale} ${area ?? ""}`;
  const words = known.get(key) ?? make(locale, area);
  known.set(key, words);
  // The key names the area, which the compiler cannot follow through the map.
  return words as Words<A>;
}
