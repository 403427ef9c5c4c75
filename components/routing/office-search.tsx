import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { useTranslations } from "@/lib/i18n/use-translations";

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
      <search>
        <form action={path} method="get" className="flex flex-wrap items-end gap-3">
          <div className="min-w-0 flex-1 basis-64">
            <TextField name="kantoor" type="search" label={t("findLabel")} defaultValue={words} maxLength={100} />
          </div>
          <Button type="submit">{t("search")}</Button>
        </form>
      </search>
      {isEmpty ? <Notice>{t("nothing", { words })}</Notice> : null}
    </>
  );
}
