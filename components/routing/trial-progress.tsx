import { useLocale } from "next-intl";
import { Meter } from "@/components/ui/meter";
import { TextLink } from "@/components/ui/text-link";
import { formatNumber } from "@/lib/i18n/format";
import { useTranslations } from "@/lib/i18n/use-translations";

interface TrialProgressProps {
  readonly done: number;
  readonly total: number;
  /** The same trial as one page, for who has no script. */
  readonly wholePath: string;
}

export function TrialProgress({ done, total, wholePath }: TrialProgressProps) {
  const [t, locale] = [useTranslations("routing.trial"), useLocale()];
  const label = t("progress", { done: formatNumber(done, locale), total: formatNumber(total, locale) });
  return (
    <Meter id="voortgang" value={done} max={total} label={label}>
      <p>{t("progressText")}</p>
      <noscript>
        <TextLink href={wholePath}>{t("whole")}</TextLink>
      </noscript>
    </Meter>
  );
}
