import type { Metadata } from "next";
import { getLocale } from "next-intl/server";
import { PapersCard } from "@/components/attachments/papers-card";
import { ConversationCard } from "@/components/conversation/conversation-card";
import { OpenedLine } from "@/components/conversation/opened-line";
import { RequestsCard } from "@/components/conversation/requests-card";
import { TalksCard } from "@/components/conversation/talks-card";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { PageShell } from "@/components/layout/page-shell";
import { TwoColumns } from "@/components/layout/two-columns";
import { PageNews } from "@/components/live/page-news";
import { FollowCard } from "@/components/notifications/follow-card";
import { PresenceCard } from "@/components/presence/presence-card";
import { BackForm } from "@/components/reports/back-form";
import { ChangeCard } from "@/components/reports/change-card";
import { ConfirmCard } from "@/components/reports/confirm-card";
import { ChangedNotice, SentNotice } from "@/components/reports/done-notice";
import { HoursHeat } from "@/components/reports/hours-heat";
import { LadderCard } from "@/components/reports/ladder-card";
import { PromiseCard } from "@/components/reports/promise-card";
import { ReportHeading } from "@/components/reports/report-heading";
import { ReportWarnings } from "@/components/reports/report-warnings";
import { ReportedCard } from "@/components/reports/reported-card";
import { SeriesCard } from "@/components/reports/series-card";
import { ThresholdCard } from "@/components/reports/threshold-card";
import { UrgeCard } from "@/components/reports/urge-card";
import { WithReportCard } from "@/components/reports/with-report-card";
import { ReportTimeline } from "@/components/timeline/report-timeline";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { readOutcome } from "@/lib/attachments/outcome";
import { listPapers } from "@/lib/attachments/queries.server";
import { findPresence } from "@/lib/casework/queries/presence.server";
import { findConversation } from "@/lib/conversation/queries.server";
import { readTalkAddress } from "@/lib/conversation/talk-address";
import { formatWrittenDay } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import { type Translate, translatorFor } from "@/lib/i18n/translator";
import { readFollowWord } from "@/lib/notifications/follow-address";
import { absenceType } from "@/lib/reports/absence-types";
import { readSchoolDone, type SchoolDone } from "@/lib/reports/done-word";
import { lastDayBefore } from "@/lib/reports/from-form";
import { findSeries, findStanding } from "@/lib/reports/queries/standing.server";
import { reportedRows } from "@/lib/reports/reported-rows";
import type { ReportView } from "@/lib/reports/views";
import { type CalendarDate, calendarDate } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { readReference } from "@/lib/shared/reference";
import { storySpan } from "@/lib/timeline/span";
import { shellProps } from "@/lib/web/shell.server";
import { confirmAction, correctAction } from "./actions";
import { readReport } from "./read-report";

type Props = PageProps<"/meldingen/[reference]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ reference }, locale] = await Promise.all([params, getLocale()]);
  return { title: translatorFor(locale)("reports.page.title", { reference: readReference(reference) ?? "" }) };
}

export default async function ReportPage({ params, searchParams }: Props) {
  const [{ reference }, query, locale] = await Promise.all([params, searchParams, getLocale()]);
  const { viewer, report, now } = await readReport(reference, `/meldingen/${reference}`, storySpan(query));
  const [shell, conversation, standing, series, papers, presence] = await Promise.all([
    shellProps(viewer, `/meldingen/${reference}`),
    findConversation(viewer, now, report.id),
    findStanding(viewer, now, report),
    findSeries(viewer, now, reference),
    listPapers(viewer, report.reference),
    findPresence(viewer, now, report.reference),
  ]);
  const talk = { conversation, side: "school", address: readTalkAddress(query) } as const;
  const t = translatorFor(locale);
  const telling = { report, t, locale };
  const reader = { side: "school", accountId: viewer.accountId, locale } as const;
  return (
    <PageShell {...shell}>
      <Breadcrumb
        label={t("common.breadcrumb")}
        crumbs={[{ label: t("reports.page.crumb"), href: "/meldingen" }, { label: report.reference }]}
      />
      <Done {...telling} done={readSchoolDone(query, report.timeline)} now={now} />
      <ReportHeading {...telling} />
      <PromiseCard report={report} reader={reader} now={now} t={t} />
      <ReportWarnings {...telling} />
      <TwoColumns
        aside={
          <>
            <UrgeCard {...telling} now={now} />
            <ConfirmCard report={report} action={confirmAction} t={t} />
            <BackCard report={report} t={t} today={now.today} />
            <ThresholdCard threshold={standing.threshold} regime={report.regime} locale={locale} today={now.today} />
            <LadderCard ladder={standing.ladder} locale={locale} />
            <SeriesCard series={series} reference={report.reference} folder="/meldingen" locale={locale} />
            <HoursHeat {...telling} />
            <PresenceCard hours={presence} officerId={report.officer?.id ?? null} locale={locale} />
            <WithReportCard report={report} t={t} />
            <TalksCard report={report} today={now.today} />
            <FollowCard {...talk} reference={report.reference} done={readFollowWord(query)} />
            <ChangeCard report={report} t={t} />
          </>
        }
      >
        <RequestsCard
          {...talk}
          reference={report.reference}
          today={now.today}
          canMakeSheet={report.days.length + report.arrivals.length > 0}
        />
        <Card title={{ id: "verloop", text: t("timeline.heading") }}>
          <OpenedLine {...talk} report={report} />
          <ReportTimeline report={report} reader={reader} now={now} newSince={conversation.newSince} />
        </Card>
        <ConversationCard {...talk} report={report} />
        <PapersCard report={report} side="school" papers={papers} outcome={readOutcome(query)} />
        <ReportedCard title={t("reports.page.reported")} rows={reportedRows(report, t, locale)} />
      </TwoColumns>
      <PageNews now={now} report={report} />
    </PageShell>
  );
}

interface DoneProps {
  readonly done: SchoolDone | null;
  readonly report: ReportView;
  readonly t: Translate;
  readonly locale: Locale;
  readonly now: Now;
}

function Done({ done, report, t, locale, now }: DoneProps) {
  switch (done) {
    case null:
      return null;
    case "sent":
      return <SentNotice report={report} t={t} locale={locale} now={now} />;
    case "urged":
      return (
        <Notice tone="success" title={t("clock.urge.sentTitle")} takesFocus={true}>
          <p>{t("clock.urge.sentText")}</p>
        </Notice>
      );
    default:
      return <ChangedNotice done={done} t={t} />;
  }
}

interface BackCardProps {
  readonly report: ReportView;
  readonly t: Translate;
  readonly today: CalendarDate;
}

/** While a student is away, one click says that he is back. */
function BackCard({ report, t, today }: BackCardProps) {
  const asksEnd = absenceType(report.type).asks.period === "period" && report.lastDay === null;
  if (!(asksEnd && report.allows.correct)) return null;
  const words = {
    problems: { heading: t("reports.form.error.heading"), titlePrefix: t("reports.form.error.prefix") },
    label: t("reports.form.lastDay.label"),
    hint: t("reports.form.firstDay.hint"),
    button: t("reports.page.backButton"),
    busy: t("reports.form.busy"),
  };
  return (
    <div className="print:hidden">
      <Card title={{ id: "weer-op-school", text: t("reports.page.backTitle") }} edge="attention">
        <p className="text-sm text-ink-soft">{t("reports.page.backLead")}</p>
        <BackForm
          action={correctAction}
          report={{ reference: report.reference, version: report.version }}
          lastDay={formatWrittenDay(calendarDate.parse(lastDayBefore(today, report.firstDay)))}
          words={words}
        />
      </Card>
    </div>
  );
}
