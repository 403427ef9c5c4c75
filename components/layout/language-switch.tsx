import { useLocale } from "next-intl";
import { Button } from "@/components/ui/button";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { FormTarget } from "./form-target";

/** A plain form with one button, in the language of who needs it. */
export function LanguageSwitch({ action }: { readonly action: FormTarget }) {
  const t = useTranslations("common.language");
  const other = useLocale() === "nl" ? "en" : "nl";
  return (
    <form action={action} method={typeof action === "string" ? "post" : undefined}>
      <Button type="submit" look="plain" size="small" name="taal" value={other} lang={other} title={t("switchLong")}>
        {t("switch")}
      </Button>
    </form>
  );
}
