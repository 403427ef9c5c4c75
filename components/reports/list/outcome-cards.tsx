import { Card } from "@/components/ui/card";
import { SummaryList } from "@/components/ui/summary-list";
import { TextLink } from "@/components/ui/text-link";
import { formatNumber } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import { type Translate, translatorFor } from "@/lib/i18n/translator";
import { closeReasons } from "@/lib/reports/codes";
import type { Outcomes } from "@/lib/reports/outcomes";

interface OutcomeCardsProps {
  readonly outcomes: Outcomes;
  readonly locale: Locale;
}

/** Exact figures of one's own school, each with the way to the reports that it counts. */
export function OutcomeCards({ outcomes, locale }: OutcomeCardsProps) {
  const t = translatorFor(locale);
  const { filed, open, noted, withdrawn, reacted, closed } = outcomes;
  const number = (value: number) => formatNumber(value, locale);
  const closedCount = closed.reduce((sum, { count }) => sum + count, 0);
  return (
    <div className="grid gap-5 lg:grid-cols-2">
      <Card title={{ id: "reactie", text: t("myReports.outcomes.reaction") }} edge="brand">
        <SummaryList
          look="lined"
          rows={[
            { term: t("myReports.outcomes.filed"), value: number(filed) },
            { term: t("myReports.outcomes.reacted"), value: shareOf(reacted, filed, t, locale) },
            { term: t("myReports.outcomes.inTime"), value: shareOf(outcomes.reactedInTime, reacted, t, locale) },
            { term: t("myReports.outcomes.median"), value: daysOf(outcomes.medianDays, t) },
            { term: t("myReports.outcomes.overdue"), value: number(outcomes.overdue) },
          ]}
        />
        <p>
          <TextLink href="/meldingen?zonder-reactie=ja">{t("myReports.outcomes.seeUnanswered")}</TextLink>
        </p>
      </Card>
      <Card title={{ id: "afloop", text: t("myReports.outcomes.ending") }}>
        <SummaryList
          look="lined"
          rows={[
            { term: t("myReports.outcomes.open"), value: shareOf(open, filed, t, locale) },
            { term: t("myReports.outcomes.noted"), value: shareOf(noted, filed, t, locale) },
            { term: t("myReports.outcomes.closed"), value: shareOf(closedCount, filed, t, locale) },
            ...closed.map(({ reason, count }) => ({
              term: `– ${reasonLabel(reason, locale)}`,
              value: shareOf(count, closedCount, t, locale),
            })),
            { term: t("myReports.outcomes.withdrawn"), value: number(withdrawn) },
          ]}
        />
        <p>
          <TextLink href="/meldingen?toon=afgehandeld">{t("myReports.outcomes.seeDone")}</TextLink>
        </p>
      </Card>
    </div>
  );
}

function shareOf(part: number, whole: number, t: Translate, locale: Locale): string {
  const count = formatNumber(part, locale);
  return whole === 0
    ? count
    : t("myReports.outcomes.share", { count, percent: formatNumber(Math.round((part / whole) * 100), locale) });
}

function daysOf(days: number | null, t: Translate): string {
  return days === null ? "–" : t("myReports.outcomes.days", { days: Math.round(days) });
}

function reasonLabel(code: string, locale: Locale): string {
  return Object.entries(closeReasons).find(([known]) => known === code)?.[1][locale] ?? code;
}
