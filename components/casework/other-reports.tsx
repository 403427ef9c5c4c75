import { useLocale } from "next-intl";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import type { CaseLine, CaseView } from "@/lib/casework/case";
import { casePath } from "@/lib/casework/inbox-address";
import { formatDay, formatNumber } from "@/lib/i18n/format";
import { useTranslations } from "@/lib/i18n/use-translations";
import { absenceTypes } from "@/lib/reports/absence-types";
import { statuses } from "@/lib/timeline/statuses";

/** The student's other reports at this office, with what they come to together. */
export function OtherReports({ around: { others, totals } }: { readonly around: CaseView }) {
  const t = useTranslations("inbox.case");
  const locale = useLocale();
  return (
    <Card title={{ id: "andere", text: t("casesTitle") }}>
      {others.length === 0 ? (
        <p className="text-ink-soft">{t("alone")}</p>
      ) : (
        <>
          <p className="text-sm text-ink-soft">
            {t("totals", {
              reports: totals.reportCount,
              hours: totals.hours > 0 ? formatNumber(totals.hours, locale) : "none",
              arrivals: totals.arrivalCount,
              open: totals.openCount,
            })}
          </p>
          <ul className="grid">
            {others.map((line) => (
              <OtherReport key={line.reference} line={line} />
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}

function OtherReport({ line }: { readonly line: CaseLine }) {
  const t = useTranslations("inbox");
  const locale = useLocale();
  const amount =
    line.arrivalCount > 0
      ? t("times", { count: line.arrivalCount })
      : line.hoursTotal > 0
        ? `${formatNumber(line.hoursTotal, locale)} ${t("hoursUnit")}`
        : "";
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 border-t border-line py-2 text-sm first:border-t-0 last:pb-0">
      <TextLink href={casePath(line.reference)} className="font-semibold">
        {absenceTypes[line.type].label[locale]}
      </TextLink>
      <span className="text-right">{amount}</span>
      <span className="text-ink-soft">{formatDay(line.firstDay, locale)}</span>
      <span className="text-right text-ink-soft">{statuses[line.status].label[locale]}</span>
    </li>
  );
}
