import { useLocale } from "next-intl";
import { takeBackAction } from "@/app/werkvoorraad/actions";
import { ActForm } from "@/components/casework/act-form";
import { actText } from "@/components/casework/act-text";
import { Notice } from "@/components/ui/notice";
import type { OwnOffer as Offer } from "@/lib/casework/transfer";
import { formatDay } from "@/lib/i18n/format";
import { useTranslations } from "@/lib/i18n/use-translations";

interface OwnOfferProps {
  readonly offer: Offer;
  readonly report: {
    readonly reference: string;
    readonly version: number;
    readonly allows: { readonly transfer: boolean };
  };
}

/** The case waits for the answer of another office; who may offer may also take it back. */
export function OwnOffer({ offer: { toName, dueOn }, report: { reference, version, allows } }: OwnOfferProps) {
  const [t, acts, locale] = [useTranslations("inbox.between.offered"), useTranslations("inbox.acts"), useLocale()];
  return (
    <Notice title={t("title", { office: toName })}>
      <p>{t("text", { day: formatDay(dueOn, locale) })}</p>
      {allows.transfer ? (
        <ActForm
          id="aanbod-intrekken"
          action={takeBackAction}
          given={{ reference, version: String(version) }}
          fields={[]}
          button={t("button")}
          look="secondary"
          text={actText(acts, locale)}
        />
      ) : null}
    </Notice>
  );
}
