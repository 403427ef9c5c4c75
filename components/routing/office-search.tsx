import { Notice } from "@/components/ui/notice";
import { useTranslations } from "@/lib/i18n/use-translations";
import { SearchRow } from "./search-row";

interface OfficeSearchProps {
  readonly path: string;
  readonly words: string;
  /** Something was asked, and nothing was found. */
  readonly isEmpty: boolean;
}

/** Offices are searched, never listed: a page must not grow with the number of offices. */
export function OfficeSearch({ path, words, isEmpty }: OfficeSearchProps) {
  const t = useTranslations("routing.page");
  return (
    <>
      <form action={path} method="get">
        <SearchRow name="kantoor" label={t("findLabel")} words={words} button={t("search")} />
      </form>
      {isEmpty ? <Notice>{t("nothing", { words })}</Notice> : null}
    </>
  );
}
