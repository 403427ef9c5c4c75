import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { PapersCard } from "@/components/attachments/papers-card";
import { Acts } from "@/components/casework/acts";
import { CaseAlong } from "@/components/casework/case-along";
import { CaseHeading } from "@/components/casework/case-heading";
import { CaseHeat } from "@/components/casework/case-heat";
import { CaseNow } from "@/components/casework/case-now";
import { DoneNotice } from "@/components/casework/done-notice";
import { HomeCard } from "@/components/casework/home-card";
import { Letters } from "@/components/casework/letters";
import { OtherReports } from "@/components/casework/other-reports";
import { Reach } from "@/components/casework/reach";
import { Reported } from "@/components/casework/reported";
import { SignalNotices } from "@/components/casework/signal-notices";
import { TalksToTell } from "@/components/casework/talks-to-tell";
import { WhyHere } from "@/components/casework/why-here";
import { CallNotice } from "@/components/conversation/call-notice";
import { CompletenessCard } from "@/components/conversation/completeness-card";
import { ConversationCard } from "@/components/conversation/conversation-card";
import { NotesCard } from "@/components/conversation/notes-card";
import { OpenedLine } from "@/components/conversation/opened-line";
import { RequestsCard } from "@/components/conversation/requests-card";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { PageShell } from "@/components/layout/page-shell";
import { TwoColumns } from "@/components/layout/two-columns";
import { PageNews } from "@/components/live/page-news";
import { FollowCard } from "@/components/notifications/follow-card";
import { LadderCard } from "@/components/reports/ladder-card";
import { SeriesCard } from "@/components/reports/series-card";
import { ThresholdCard } from "@/components/reports/threshold-card";
import { ReportTimeline } from "@/components/timeline/report-timeline";
import { OwnOffer } from "@/components/transfers/own-offer";
import { Card } from "@/components/ui/card";
import { readOutcome } from "@/lib/attachments/outcome";
import { listPapers } from "@/lib/attachments/queries.server";
import { casePath, readDone, readOpenForm } from "@/lib/casework/inbox-address";
import { openCase } from "@/lib/casework/queries/open-case.server";
import { findColleagues } from "@/lib/casework/queries.server";
import { findConversation } from "@/lib/conversation/queries.server";
import { readTalkAddress } from "@/lib/conversation/talk-address";
import type { OfficeViewer } from "@/lib/identity/viewer";
import { readFollowWord } from "@/lib/notifications/follow-address";
import { findStanding } from "@/lib/reports/queries/standing.server";
import { type Now, now as readClock } from "@/lib/shared/clock";
import { NotFound } from "@/lib/shared/problem";
import { readReference } from "@/lib/shared/reference";
import { type StorySpan, storySpan } from "@/lib/timeline/span";
import { pageViewer } from "@/lib/web/require-viewer.server";
import { shellProps } from "@/lib/web/shell.server";
import { getTranslations } from "@/lib/web/words.server";
import { Elsewhere } from "./elsewhere";

type Props = PageProps<"/werkvoorraad/[reference]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { reference }] = await Promise.all([getTranslations("inbox"), params]);
  return { title: t("case.title", { reference: readReference(reference) ?? "" }) };
}

export default async function CasePage({ params, searchParams }: Props) {
  const [{ reference }, query] = await Promise.all([params, searchParams]);
  const path = casePath(reference);
  const viewer = await pageViewer(path);
  if (viewer.kind === "school") redirect(`/meldingen/${reference}`);
  if (viewer.kind !== "office") notFound();

  const now = readClock();
  const found = await readCase(viewer, now, reference, storySpan(query));
  if (found === null) {
    const isSentOn = query["gedaan"] === "doorgestuurd";
    return <Elsewhere viewer={viewer} now={now} reference={reference} isSentOn={isSentOn} />;
  }
  const { report, around, colleagues, conversation, standing, papers } = found;
  const talk = { conversation, side: "office", address: readTalkAddress(query) } as const;
  const [shell, locale, t] = await Promise.all([shellProps(viewer, path), getLocale(), getTranslations()]);
  const done = readDone(query, report.version);
  return (
    <PageShell {...shell}>
      <Breadcrumb
        label={t("common.breadcrumb")}
        crumbs={[{ label: t("inbox.title"), href: "/werkvoorraad" }, { label: report.reference }]}
      />
      <CaseAlong reference={report.reference} />
      {done === null ? null : <DoneNotice key={report.version} done={done} />}
      <CaseHeading report={report} today={now.today} />
      <CallNotice report={report} />
      <SignalNotices signals={around.signals} report={report} isOffered={around.offer !== null} />
      {around.offer === null ? null : <OwnOffer offer={around.offer} report={report} />}
      <TalksToTell report={report} today={now.today} />
      <CaseNow report={report} now={now} accountId={viewer.accountId}>
        <Acts
          // Forms begin anew after each act, and keep what was typed when an act was refused and the page brought up to date.
          key={String(query["v"])}
          report={report}
          isOffered={around.offer !== null}
          colleagues={colleagues}
          today={now.today}
          texts={around.texts}
          openForm={readOpenForm(query)}
        />
      </CaseNow>
      <TwoColumns
        aside={
          <>
            <CompletenessCard report={report} papers={papers} conversation={conversation} today={now.today} />
            <Letters report={report} texts={around.texts} today={now.today} />
            <NotesCard {...talk} reference={report.reference} />
            <Reach report={report} />
            <HomeCard home={around.home} firstDay={report.firstDay} />
            <FollowCard {...talk} reference={report.reference} done={readFollowWord(query)} />
            <ThresholdCard threshold={standing.threshold} regime={report.regime} locale={locale} today={now.today} />
            <LadderCard ladder={standing.ladder} locale={locale} />
            <SeriesCard series={around.series} reference={report.reference} folder="/werkvoorraad" locale={locale} />
            <CaseHeat report={report} days={around.days} />
            <OtherReports around={around} />
            <WhyHere receipts={around.receipts} reference={report.reference} />
          </>
        }
      >
        <RequestsCard {...talk} reference={report.reference} today={now.today} canMakeSheet={false} />
        <Reported report={report} />
        <ConversationCard {...talk} report={report} />
        <PapersCard report={report} side="office" papers={papers} outcome={readOutcome(query)} />
        <Card title={{ id: "verloop", text: t("timeline.heading") }}>
          <OpenedLine {...talk} report={report} />
          <ReportTimeline
            report={report}
            reader={{ side: "office", accountId: viewer.accountId, locale }}
            now={now}
            newSince={conversation.newSince}
          />
        </Card>
      </TwoColumns>
      <PageNews now={now} report={report} />
    </PageShell>
  );
}

/** Null: not with this office. */
async function readCase(viewer: OfficeViewer, now: Now, reference: string, span: StorySpan) {
  try {
    const { report, around } = await openCase(viewer, now, reference, span);
    const [colleagues, standing, conversation, papers] = await Promise.all([
      report.allows.assign ? findColleagues(viewer, now, report.isProtected) : [],
      findStanding(viewer, now, report),
      findConversation(viewer, now, report.id),
      listPapers(viewer, report.reference),
    ]);
    return { report, around, colleagues, conversation, standing, papers };
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}
