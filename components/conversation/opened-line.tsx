import { useLocale } from "next-intl";
import type { ConversationView } from "@/lib/conversation/views";
import { formatMoment } from "@/lib/i18n/format";
import { translatorFor } from "@/lib/i18n/translator";
import type { ReportView } from "@/lib/reports/views";

interface OpenedLineProps {
  readonly report: Pick<ReportView, "office">;
  readonly conversation: Pick<ConversationView, "opened">;
  readonly side: "school" | "office";
}

/**
 * When the other side had the report open: of an office since when, of a school until when. That it did not is never
 * said: who reads a report over the API, or beside the list, does not open it.
 */
export function OpenedLine({ report, conversation: { opened }, side }: OpenedLineProps) {
  const locale = useLocale();
  const t = translatorFor(locale);
  if (opened === null) return null;
  const office = report.office?.name ?? t("timeline.next.someOffice");
  const moment = formatMoment(side === "school" ? opened.first : opened.last, locale);
  return <p className="mb-4 text-sm text-ink-soft">{t(`conversation.opened.${side}`, { office, moment })}</p>;
}
