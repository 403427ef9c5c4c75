import { useLocale } from "next-intl";
import type { ConversationView } from "@/lib/conversation/views";
import { formatMoment } from "@/lib/i18n/format";
import { translatorFor } from "@/lib/i18n/translator";
import type { ReportView } from "@/lib/reports/views";
import { statuses } from "@/lib/timeline/statuses";

interface OpenedLineProps {
  readonly report: Pick<ReportView, "status" | "outcome" | "office">;
  readonly conversation: Pick<ConversationView, "opened">;
  readonly side: "school" | "office";
}

/** Whether the other side has had the report open: of an office since when, of a school until when. */
export function OpenedLine({ report, conversation: { opened }, side }: OpenedLineProps) {
  const locale = useLocale();
  const t = translatorFor(locale);
  if (report.outcome === "unroutable" || (opened === null && !statuses[report.status].open)) return null;
  const office = report.office?.name ?? t("timeline.next.someOffice");
  const words =
    opened === null
      ? t(`conversation.opened.not.${side}`, { office })
      : t(`conversation.opened.${side}`, {
          office,
          moment: formatMoment(side === "school" ? opened.first : opened.last, locale),
        });
  return <p className="mb-4 text-sm text-ink-soft">{words}</p>;
}
