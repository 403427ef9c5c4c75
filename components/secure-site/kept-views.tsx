import { useLocale } from "next-intl";
import { dropViewAction, subscribeAction } from "@/app/beveiligd/cijfers/actions";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { controlClasses } from "@/components/ui/field-frame";
import { StatusTag } from "@/components/ui/status-tag";
import { TextLink } from "@/components/ui/text-link";
import { useTranslations } from "@/lib/i18n/use-translations";
import { chooseAddress } from "@/lib/statistics/address";
import { rhythmCodes, rhythms } from "@/lib/statistics/rhythms";
import type { KeptView } from "@/lib/statistics/views";

/** What one keeps and what colleagues share, by name. */
export function KeptViews({ views }: { readonly views: readonly KeptView[] }) {
  const t = useTranslations("figures.keep");
  if (views.length === 0) return null;
  return (
    <Card title={{ id: "bewaard", text: t("kept") }}>
      <ul className="grid gap-1">
        {views.map(({ id, name, isOwn, isShared, rhythm, selection, chart }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <TextLink href={chooseAddress(selection, chart)}>{name}</TextLink>
            {isShared ? <StatusTag>{isOwn ? t("isShared") : t("ofColleague")}</StatusTag> : null}
            <MailForm id={id} name={name} rhythm={rhythm} />
            {isOwn ? (
              <form action={dropViewAction}>
                <input type="hidden" name="id" value={id} />
                <Button type="submit" look="plain" size="small">
                  {t("drop")}
                  <span className="sr-only">: {name}</span>
                </Button>
              </form>
            ) : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** How often one hears of it by mail. */
function MailForm({ id, name, rhythm }: Pick<KeptView, "id" | "name" | "rhythm">) {
  const [t, locale] = [useTranslations("figures.keep"), useLocale()];
  return (
    <form action={subscribeAction} className="flex flex-wrap items-center gap-2">
      <input type="hidden" name="id" value={id} />
      <select
        name="rhythm"
        aria-label={t("mailFor", { name })}
        defaultValue={rhythm ?? "off"}
        className={`${controlClasses} min-h-8 w-auto py-1 text-sm`}
      >
        <option value="off">{t("noMail")}</option>
        {rhythmCodes.map((code) => (
          <option key={code} value={code}>
            {rhythms[code].label[locale]}
          </option>
        ))}
      </select>
      <Button type="submit" size="small">
        {t("save")}
        <span className="sr-only">: {t("mailFor", { name })}</span>
      </Button>
    </form>
  );
}
