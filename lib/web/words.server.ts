import "server-only";
import { getLocale } from "next-intl/server";
import { type Area, type Words, wordsIn } from "@/lib/i18n/words";

/** For pages and what they await; components of the server have `useTranslations`. */
export async function getTranslations<const A extends Area = never>(area?: A): Promise<Words<A>> {
  return wordsIn(await getLocale(), area);
}

/** What stands around the problems of a form. */
export async function problemWords() {
  const t = await getTranslations("common.form");
  return { heading: t("errorHeading"), lead: t("errorLead"), titlePrefix: t("errorTitlePrefix") };
}
