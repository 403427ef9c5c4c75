import { useLocale } from "next-intl";
import type { ReactNode } from "react";
import { actionsText, amountText } from "@/components/casework/reported";
import { reasonsOf } from "@/components/reports/destination";
import { narrateLabels } from "@/components/timeline/narrate-labels";
import { SentenceText } from "@/components/timeline/sentence-text";
import { ButtonLink } from "@/components/ui/button";
import { SummaryList } from "@/components/ui/summary-list";
import { TextLink } from "@/components/ui/text-link";
import { Timeline } from "@/components/ui/timeline";
import type { CaseView } from "@/lib/casework/case";
import { actPath, casePath } from "@/lib/casework/inbox-address";
import { regimes } from "@/lib/directory/regime";
import { formatMoment, formatNumber } from "@/lib/i18n/format";
import { translatorFor } from "@/lib/i18n/translator";
import { useTranslations } from "@/lib/i18n/use-translations";
import { reasons } from "@/lib/reports/codes";
import { periodWords } from "@/lib/reports/reported-rows";
import type { ReportView } from "@/lib/reports/views";
import { ageOn } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { tellStory } from "@/lib/timeline/story";

interface CasePeekProps {
  readonly report: ReportView;
  readonly around: CaseView;
  readonly now: Now;
  readonly accountId: string;
  /** The address of the list without a chosen report. */
  readonly closeHref: string;
  /** What can be done without opening the report. */
  readonly children: ReactNode;
}

/** A report beside the list: enough to decide what to do with it. */
export function CasePeek({ report, around, now, accountId, closeHref, children }: CasePeekProps) {
  const t = useTranslations("inbox");
  const { student, school, reference } = report;
  return (
    <PeekFrame closeHref={closeHref}>
      <div>
        <h2 className="text-xl">
          <TextLink href={casePath(reference)} className="text-ink no-underline hover:text-brand hover:underline">
            {student.name}
          </TextLink>
          <span className="ml-2 text-base font-normal text-ink-soft">
            {t("case.age", { age: ageOn(student.birthDate, now.today) })}
          </span>
        </h2>
        <p className="text-sm text-ink-soft">
          {school.locationName}
          {student.group === null ? "" : `, ${t("case.group", { group: student.group })}`} ·{" "}
          <span className="whitespace-nowrap">{reference}</span>
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        {children}
        {report.allows.record ? (
          <ButtonLink href={actPath(reference, "gebeld")}>{t("acts.called.title")}</ButtonLink>
        ) : null}
        <ButtonLink href={casePath(reference)}>{t("peek.open")}</ButtonLink>
      </div>
      <PeekFacts report={report} around={around} />
      <PeekStory report={report} now={now} accountId={accountId} />
    </PeekFrame>
  );
}

interface PeekFrameProps {
  readonly closeHref: string;
  readonly children: ReactNode;
}

function PeekFrame({ closeHref, children }: PeekFrameProps) {
  const t = useTranslations("inbox.peek");
  return (
    <aside
      aria-label={t("label")}
      className="hidden content-start gap-4 border-l border-line bg-paper p-5 text-[0.96875rem] xl:grid print:hidden"
    >
      {children}
      <p>
        <TextLink href={closeHref} className="text-sm">
          {t("close")}
        </TextLink>
      </p>
    </aside>
  );
}

export function PeekGone({ closeHref }: Pick<PeekFrameProps, "closeHref">) {
  const t = useTranslations("inbox.peek");
  return (
    <PeekFrame closeHref={closeHref}>
      <p className="text-ink-soft">{t("gone")}</p>
    </PeekFrame>
  );
}

function PeekFacts({ report, around }: Pick<CasePeekProps, "report" | "around">) {
  const locale = useLocale();
  const t = translatorFor(locale);
  const field = (name: "regime" | "period" | "hours" | "reasonCode" | "schoolActions" | "urgent" | "earlier") =>
    t(`inbox.case.fields.${name}`);
  const { others, totals } = around;
  const amount = amountText(report, t, locale);
  const rest = Math.max(0, totals.hours - report.hoursTotal);
  const rows = [
    { term: field("urgent"), value: report.urgentReason ?? "" },
    { term: field("period"), value: periodWords(report, t, locale) ?? "" },
    { term: field("hours"), value: amount },
    {
      term: field("reasonCode"),
      value: [reasons[report.reasonCode][locale], report.reason].filter(Boolean).join(". "),
    },
    { term: field("schoolActions"), value: actionsText(report, t, locale) },
    {
      term: field("earlier"),
      value:
        others.length === 0
          ? ""
          : t("inbox.case.openShort", { count: others.length, hours: rest > 0 ? formatNumber(rest, locale) : "none" }),
    },
    { term: field("regime"), value: regimes[report.regime].label[locale] },
    { term: t("inbox.case.whyTitle"), value: reasonsOf(report.because, locale) },
  ];
  return <SummaryList rows={rows.filter(({ value }) => value !== "")} />;
}

/** How a report came here stands among the facts. */
const known = new Set<string>(["filed", "routed", "placed"]);

/** What comes next, and the last things that were done. */
function PeekStory({ report, now, accountId }: Pick<CasePeekProps, "report" | "now" | "accountId">) {
  const locale = useLocale();
  const t = translatorFor(locale);
  const timeline = report.timeline.filter(({ event }) => !known.has(event.kind));
  const reader = { side: "office", accountId, locale } as const;
  const lines = tellStory({ ...report, timeline }, { reader, now, t, labels: narrateLabels }).slice(0, 4);
  return (
    <Timeline
      label={t("inbox.peek.latest")}
      items={lines.map(({ key, sentence, at }) => ({
        id: key,
        kind: sentence.tone,
        text: <SentenceText sentence={sentence} />,
        moment:
          at === null
            ? { shown: t("timeline.next.label") }
            : { shown: formatMoment(at, locale), iso: at.toISOString() },
      }))}
    />
  );
}
