import type { Locale } from "@/lib/i18n/locale";
import type { Words } from "@/lib/i18n/words";
import { statusCodes, statuses } from "@/lib/timeline/statuses";
import type { ActField, ActText } from "./act";

export type ActWords = Words<"inbox.acts">;

// One object in each language: React sends what several forms share only once.
const known = new Map<Locale, ActText>();

export function actText(t: ActWords, locale: Locale): ActText {
  const text = known.get(locale) ?? written(t, locale);
  known.set(locale, text);
  return text;
}

function written(t: ActWords, locale: Locale): ActText {
  return {
    errorHeading: t("errorHeading"),
    errorPrefix: t("errorPrefix"),
    pending: t("pending"),
    changed: t("changed", { who: "{who}", status: "{status}" }),
    gone: t("gone", { who: "{who}", status: "{status}" }),
    goneHeading: t("goneHeading"),
    goneTyped: t("goneTyped"),
    somebody: t("changedBySomebody"),
    statuses: Object.fromEntries(statusCodes.map((status) => [status, statuses[status].label[locale].toLowerCase()])),
  };
}

/** What the school reads, and what only the office reads. */
export function spokenFields(t: ActWords): readonly ActField[] {
  const optional = t("optional");
  return [
    { kind: "words", name: "words", label: t("words.label"), hint: t("words.hint"), optional },
    { kind: "words", name: "note", label: t("note.label"), hint: t("note.hint"), optional },
  ];
}
