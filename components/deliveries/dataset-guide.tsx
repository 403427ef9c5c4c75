import { useLocale } from "next-intl";
import { Details } from "@/components/ui/details";
import { datasetCodes, datasets } from "@/lib/deliveries/datasets";
import { useTranslations } from "@/lib/i18n/use-translations";

/** What each kind of delivery is, and what it was called before. */
export function DatasetGuide() {
  const [t, locale] = [useTranslations("deliveries"), useLocale()];
  return (
    <Details summary={t("whatIs")}>
      <dl className="grid max-w-text gap-3">
        {datasetCodes.map((code) => {
          const { label, about, formerly } = datasets[code];
          return (
            <div key={code}>
              <dt className="font-semibold">{label[locale]}</dt>
              <dd>
                {about[locale]}
                {formerly === null ? null : (
                  <span className="text-ink-soft"> {t("formerly", { name: formerly })}.</span>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
    </Details>
  );
}
