import { useLocale } from "next-intl";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Details } from "@/components/ui/details";
import { Notice } from "@/components/ui/notice";
import { stepUpFrom } from "@/lib/deliveries/delivery";
import type { DeliveryView } from "@/lib/deliveries/views";
import { formatDay, formatMoment, formatNumber } from "@/lib/i18n/format";
import { useTranslations } from "@/lib/i18n/use-translations";
import { percentOf } from "./delivery-list";

/** What a snapshot is of and what for. */
export function DeliveryWishes({ wishes }: Pick<DeliveryView["line"], "wishes">) {
  const t = useTranslations("deliveries");
  if (wishes === null) return null;
  return <p>{t("wishes", { places: wishes.municipalities.length, purpose: wishes.purpose })}</p>;
}

/** Whether it can be taken; if so how, if not why not. */
export function DeliveryStanding({ line, files }: Pick<DeliveryView, "line" | "files">) {
  const t = useTranslations("deliveries.one");
  switch (line.status) {
    case "ready":
      return <Take line={line} files={files} />;
    case "failed":
      return (
        <Notice tone="danger" title={t("failed")}>
          <p>{t("failedText")}</p>
        </Notice>
      );
    case "expired":
      return (
        <Notice title={t("expired")}>
          <p>{t("expiredText")}</p>
        </Notice>
      );
    default:
      return (
        <Notice title={t("notReady")}>
          <p>{line.progress === null ? t("queued") : t("notReadyText", { percent: percentOf(line.progress) })}</p>
        </Notice>
      );
  }
}

function Take({ line, files }: Pick<DeliveryView, "line" | "files">) {
  const [t, locale] = [useTranslations("deliveries.one"), useLocale()];
  const { id, readyAt, expiresOn, counts } = line;
  if (readyAt === null || expiresOn === null) return null;
  const address = (name: string) => `/beveiligd/leveringen/${id}/bestand/${encodeURIComponent(name)}`;
  return (
    <Card>
      <p>{t("ready", { moment: formatMoment(readyAt, locale), day: formatDay(expiresOn, locale) })}</p>
      {(counts?.persons ?? 0) > stepUpFrom ? <p className="text-ink-soft">{t("stepUp")}</p> : null}
      <form method="post" action={address("levering.zip")}>
        <Button type="submit" look="main">
          {t("take")}
        </Button>
      </form>
      <Details summary={t("files")}>
        <ul className="grid gap-1">
          {files.map(({ name, title, size }) => (
            <li key={name}>
              <form method="post" action={address(name)} className="flex flex-wrap items-baseline gap-x-2">
                <Button type="submit" look="plain" size="small">
                  {title}
                </Button>
                <span className="text-ink-soft">({formatNumber(Math.ceil(size / 1024), locale)} kB)</span>
              </form>
            </li>
          ))}
        </ul>
      </Details>
    </Card>
  );
}
