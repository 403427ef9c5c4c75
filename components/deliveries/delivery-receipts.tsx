import { useLocale } from "next-intl";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { SummaryList } from "@/components/ui/summary-list";
import { type DeliveryStatus, isComing } from "@/lib/deliveries/delivery";
import type { DeliveryView } from "@/lib/deliveries/views";
import { formatMoment } from "@/lib/i18n/format";
import { useTranslations } from "@/lib/i18n/use-translations";

interface DeliveryReceiptsProps {
  readonly id: string;
  readonly status: DeliveryStatus;
  readonly receipts: DeliveryView["receipts"];
  readonly againAction: (form: FormData) => Promise<void>;
}

/** Who took it and when, and the way to have it made anew: not before it is made. */
export function DeliveryReceipts({ id, status, receipts, againAction }: DeliveryReceiptsProps) {
  const [t, locale] = [useTranslations("deliveries.one"), useLocale()];
  return (
    <>
      <Card title={{ id: "opgehaald", text: t("receipts") }}>
        {receipts.length === 0 ? (
          <p className="text-ink-soft">{t("receiptsNone")}</p>
        ) : (
          <SummaryList
            rows={receipts.map(({ by, fileName, at }) => ({
              term: formatMoment(at, locale),
              value: t("receipt", { by, file: fileName }),
            }))}
          />
        )}
      </Card>
      {isComing(status) ? null : (
        <Card title={{ id: "opnieuw", text: t("again") }}>
          <p>{t("againText")}</p>
          <form action={againAction}>
            <input type="hidden" name="id" value={id} />
            <Button type="submit">{t("again")}</Button>
          </form>
        </Card>
      )}
    </>
  );
}
