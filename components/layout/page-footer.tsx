import { Icon } from "@/components/ui/icon";
import { TextLink } from "@/components/ui/text-link";
import { useTranslations } from "@/lib/i18n/use-translations";
import { deskPhone } from "./desk-contact";
import type { FormTarget } from "./form-target";
import { LanguageSwitch } from "./language-switch";

export function PageFooter({ switchLanguage }: { readonly switchLanguage: FormTarget }) {
  const t = useTranslations("common");
  return (
    <footer className="border-t border-line bg-paper print:hidden">
      <div className="mx-auto flex max-w-bar flex-wrap items-center justify-between gap-x-8 gap-y-3 px-4 py-5 text-sm text-ink-soft sm:px-6">
        <p className="flex max-w-none flex-wrap items-center gap-x-3 gap-y-1">
          <strong className="text-ink">{t("footer.help")}</strong>
          <a href={deskPhone.href} className="inline-flex min-h-6 items-center gap-1.5 font-semibold">
            <Icon name="phone" size={15} />
            {t("footer.call", { phone: deskPhone.shown })}
          </a>
          <span>{t("footer.hours")}</span>
        </p>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <TextLink href="/hulp" className="inline-flex min-h-6 items-center">
            {t("footer.helpPage")}
          </TextLink>
          <LanguageSwitch action={switchLanguage} />
        </div>
      </div>
    </footer>
  );
}
