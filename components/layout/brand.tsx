import { TextLink } from "@/components/ui/text-link";
import { useTranslations } from "@/lib/i18n/use-translations";

export function Brand() {
  const t = useTranslations("common");
  return (
    <TextLink
      href="/"
      className="mr-2 flex min-h-11 items-center gap-2.5 text-lg font-bold text-ink no-underline hover:text-brand print:text-xl"
    >
      <img src="/logo.svg" alt="" width="30" height="30" />
      {t("brand")}
    </TextLink>
  );
}
