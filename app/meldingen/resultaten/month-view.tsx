import { getLocale } from "next-intl/server";
import { OutcomeCards } from "@/components/reports/list/outcome-cards";
import { OutcomeTable } from "@/components/reports/list/outcome-table";
import { PrintButton } from "@/components/reports/print-button";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/text-link";
import { formatMoment, formatMonth } from "@/lib/i18n/format";
import { translatorFor } from "@/lib/i18n/translator";
import type { SchoolViewer } from "@/lib/identity/viewer";
import { monthOf, type Outcomes, outcomeLinesMost } from "@/lib/reports/outcomes";
import { findOutcomes, listOutcomes } from "@/lib/reports/queries/outcomes.server";
import type { CalendarDate } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { listAddress } from "../list-address";

interface MonthViewProps {
  readonly viewer: SchoolViewer;
  readonly month: CalendarDate;
  readonly now: Now;
}

/** What became of the reports of one month: thanks, the figures, and each report by itself. */
export async function MonthView({ viewer, month, now }: MonthViewProps) {
  const span = monthOf(month);
  const [outcomes, lines, locale] = await Promise.all([
    findOutcomes(viewer, now, span),
    listOutcomes(viewer, span, now),
    getLocale(),
  ]);
  const t = translatorFor(locale);
  if (outcomes.filed === 0) {
    return (
      <EmptyState
        title={t("monthOutcomes.emptyMonthTitle", { month: formatMonth(month, locale) })}
        action={<ButtonLink href="/meldingen/resultaten">{t("monthOutcomes.wholeYear")}</ButtonLink>}
      >
        {t("monthOutcomes.emptyMonthText")}
      </EmptyState>
    );
  }
  const list = listAddress({ view: "all", filedFrom: span.firstDay, filedUntil: span.lastDay });
  return (
    <>
      <p className="max-w-text text-lg">{t("monthOutcomes.thanks", thanksFor(outcomes))}</p>
      <OutcomeCards outcomes={outcomes} locale={locale} />
      <p className="flex flex-wrap items-center gap-x-6 gap-y-2 print:hidden">
        <PrintButton>{t("monthOutcomes.print")}</PrintButton>
        <TextLink href={list}>{t("monthOutcomes.seeList")}</TextLink>
      </p>
      <OutcomeTable lines={lines} locale={locale} />
      {outcomes.filed > outcomeLinesMost ? (
        <p className="text-ink-soft">{t("monthOutcomes.onlyFirst", { count: outcomeLinesMost })}</p>
      ) : null}
      <p className="hidden border-t border-line pt-3 text-sm text-ink-soft print:block">
        {t("monthOutcomes.printed", { name: viewer.name, moment: formatMoment(now.at, locale) })}
      </p>
    </>
  );
}

function thanksFor({ filed, reacted, closed }: Outcomes) {
  const back = closed.find(({ reason }) => reason === "back_to_school")?.count ?? 0;
  return { count: filed, reacted, back };
}
