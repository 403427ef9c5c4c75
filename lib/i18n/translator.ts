import type { Locale } from "./locale";
import { wordsIn } from "./words";

/** For sentences that are made outside a page: mail, the timeline, the command line. Keys begin with their area. */
export function translatorFor(locale: Locale) {
  return wordsIn(locale);
}

export type Translate = ReturnType<typeof translatorFor>;
