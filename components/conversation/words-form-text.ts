import type { Words } from "@/lib/i18n/words";
import type { WordsFormText } from "./words-form";

export type TalkWords = Words<"conversation">;

export function wordsFormText(t: TalkWords): WordsFormText {
  return {
    errorHeading: t("errorHeading"),
    errorPrefix: t("errorPrefix"),
    busy: t("busy"),
    left: t("left", { count: "#" }),
    over: t("tooMany", { count: "#" }),
  };
}
