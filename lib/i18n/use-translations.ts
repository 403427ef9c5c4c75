import { useLocale } from "next-intl";
import { type Area, type Words, wordsIn } from "./words";

/** For components of the server, which know the language of the page. */
export function useTranslations<const A extends Area = never>(area?: A): Words<A> {
  return wordsIn(useLocale(), area);
}
