import { createTranslator } from "use-intl/core";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import type { Translate } from "@/lib/i18n/translator";

/** The worker is a plain process, in which next-intl's own entry asks for parts of React that are only in a browser. */
export function letterTranslator(locale: Locale): Translate {
  return createTranslator({ locale, messages: messages[locale], timeZone: "Europe/Amsterdam" });
}
