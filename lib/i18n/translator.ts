import { createTranslator } from "use-intl/core";
import type { Locale } from "./locale";
import { messages } from "./messages";

/** For sentences that are made outside a page: mail, the timeline, the command line. Keys begin with their area. */
export function translatorFor(locale: Locale) {
  return createTranslator({ locale, messages: messages[locale], timeZone: "Europe/Amsterdam" });
}

export type Translate = ReturnType<typeof translatorFor>;
