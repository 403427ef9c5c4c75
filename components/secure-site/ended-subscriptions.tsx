import { useLocale } from "next-intl";
import { hideEndingAction } from "@/app/beveiligd/cijfers/actions";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { formatDay } from "@/lib/i18n/format";
import { useTranslations } from "@/lib/i18n/use-translations";
import { chooseAddress } from "@/lib/statistics/address";
import { type EndedSubscription, keptDays } from "@/lib/statistics/endings";

/** What one followed and gets no mail about any more, why, and what to do. */
export function EndedSubscriptions({ ended }: { readonly ended: readonly EndedSubscription[] }) {
  const t = useTranslations("figures.ended");
  if (ended.length === 0) return null;
  return (
    <Notice tone="warning" title={t("title", { count: ended.length })}>
      <ul className="grid gap-3">
        {ended.map((one) => (
          <Ended key={one.id} one={one} />
        ))}
      </ul>
      <p className="text-sm">{t("kept", { days: keptDays })}</p>
    </Notice>
  );
}

function Ended({ one: { id, reason, endedOn, elsewhere, view } }: { readonly one: EndedSubscription }) {
  const [t, locale] = [useTranslations("figures.ended"), useLocale()];
  const title = view?.title[locale] ?? t("unknown");
  return (
    <li className="grid justify-items-start gap-1">
      <p className="font-semibold">{elsewhere === null ? title : `${title} (${elsewhere})`}</p>
      <p>{t(`reasons.${reason}`, { day: formatDay(endedOn, locale) })}</p>
      <p>
        {t(`next.${reason}`)}{" "}
        {view === null || ["function-over", "no-right"].includes(reason) ? null : (
          <TextLink href={chooseAddress(view.selection, view.chart)}>
            {t("same")}
            <span className="sr-only">: {title}</span>
          </TextLink>
        )}
      </p>
      <form action={hideEndingAction}>
        <input type="hidden" name="id" value={id} />
        <Button type="submit" size="small">
          {t("hide")}
          <span className="sr-only">: {title}</span>
        </Button>
      </form>
    </li>
  );
}
