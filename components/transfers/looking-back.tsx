import { useLocale } from "next-intl";
import { PageHeading } from "@/components/layout/page-heading";
import { ToldStory } from "@/components/timeline/report-timeline";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import type { LookBackView } from "@/lib/casework/transfer";
import { formatDay } from "@/lib/i18n/format";
import { useTranslations } from "@/lib/i18n/use-translations";
import { dayOf } from "@/lib/shared/calendar-date";

interface LookingBackProps {
  readonly past: LookBackView;
  readonly accountId: string;
}

/** What an office reads of a report that it gave away: its own past, and no buttons. */
export function LookingBack({ past, accountId }: LookingBackProps) {
  const [t, locale] = [useTranslations("inbox.between.past"), useLocale()];
  return (
    <>
      <PageHeading title={t("heading", { reference: past.reference })} />
      <Notice title={t("title", { office: past.toName })}>
        <p>{t("text", { day: formatDay(dayOf(past.handedOverAt), locale) })}</p>
      </Notice>
      <Card title={{ id: "verloop", text: t("story") }}>
        <ToldStory timeline={past.timeline} reader={{ side: "office", accountId, locale }} />
      </Card>
    </>
  );
}
