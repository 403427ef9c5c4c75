import { useLocale } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { formatMoment } from "@/lib/i18n/format";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { ReportView } from "@/lib/reports/views";
import { callAwaitedSince } from "@/lib/timeline/call-awaited";

/** The school waits for a call of this office. Gone when somebody notes that he called. */
export function CallNotice({ report }: { readonly report: Pick<ReportView, "timeline"> }) {
  const t = useTranslations("conversation.call");
  const locale = useLocale();
  const since = callAwaitedSince(report.timeline);
  if (since === null) return null;
  return (
    <Notice tone="warning" title={t("awaited")}>
      <p>
        {t("awaitedText", { moment: formatMoment(since, locale) })}{" "}
        <TextLink href="#gesprek">{t("awaitedLink")}</TextLink>
      </p>
    </Notice>
  );
}
