import { useLocale } from "next-intl";
import type { ReactNode } from "react";
import { SentenceText } from "@/components/timeline/sentence-text";
import { DoneBy, stateOf } from "@/components/timeline/what-is-next";
import { Card } from "@/components/ui/card";
import { PromiseBar } from "@/components/ui/promise-bar";
import { StatusTag } from "@/components/ui/status-tag";
import { routeOf } from "@/lib/casework/route-of";
import { routes } from "@/lib/casework/routes";
import { formatWeekday } from "@/lib/i18n/format";
import { translatorFor } from "@/lib/i18n/translator";
import { useTranslations } from "@/lib/i18n/use-translations";
import { isStill, nearestPromise } from "@/lib/reports/clock";
import type { ReportView } from "@/lib/reports/views";
import { dayOf } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { type Next, nextOf, whatIsNext } from "@/lib/timeline/next";
import { dayOfPromise, type ReactionPromise } from "@/lib/timeline/promise";
import { standingOf } from "../inbox/standing";

interface CaseNowProps {
  readonly report: ReportView;
  readonly now: Now;
  /** The reader's own account, to say "van u". */
  readonly accountId: string;
  /** What can be done. */
  readonly children: ReactNode;
}

/** The answer to "wat moet ik nu doen?": whose it is, by when, and the buttons to do it. */
export function CaseNow({ report, now, accountId, children }: CaseNowProps) {
  const t = useTranslations("inbox");
  const next = nextOf(report, now);
  const facts = { ...report, changedAt: report.timeline.at(-1)?.event.at ?? report.filedAt };
  const { nextDueAt, closeDueAt, pausedAt } = report.clock;
  const promisedAt = nearestPromise({ ...report, nextDueAt, closeDueAt });
  const { word, tone } = standingOf(
    { ...facts, promisedAt, isStill: isStill({ pausedAt, promisedAt }), hasReaction: report.firstReactionAt !== null },
    now,
  );
  return (
    <Card edge={edgeOf(next)}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <StatusTag tone={tone}>{t(`standing.${word}`)}</StatusTag>
        <h2>
          <Holder officer={report.officer} accountId={accountId} />
        </h2>
      </div>
      <TakenRoute report={report} />
      <ToDo report={report} now={now} next={next} />
      {children}
    </Card>
  );
}

/** Which of the four routes the acts so far took; the school does not see it. */
function TakenRoute({ report }: Pick<CaseNowProps, "report">) {
  const [t, locale] = [useTranslations("letters"), useLocale()];
  const route = routeOf(report.timeline);
  return route === null ? null : <p className="text-ink-soft">{t("route", { route: routes[route][locale] })}</p>;
}

/** By when, or what is left to do. */
function ToDo({ report, now, next }: Pick<CaseNowProps, "report" | "now"> & { readonly next: Next }) {
  const t = useTranslations("inbox.case");
  const locale = useLocale();
  if (next.kind === "busy" && report.firstReactionAt !== null) {
    return <p>{t("busy", { day: formatWeekday(dayOf(report.firstReactionAt), now.today, locale) })}</p>;
  }
  return (
    <div className="grid gap-2">
      <SentenceText sentence={whatIsNext(report, now, { side: "office", locale }, translatorFor(locale))} />
      <DoneBy report={report} reader={{ side: "office", locale }} now={now} />
      {next.kind === "promise" ? <Term promise={next.promise} now={now} /> : null}
    </div>
  );
}

function edgeOf(next: Next): "brand" | "danger" | "none" {
  if (next.kind === "promise") return next.promise.isLate ? "danger" : "brand";
  return next.kind === "busy" || next.kind === "talk" ? "brand" : "none";
}

function Holder({ officer, accountId }: { readonly officer: ReportView["officer"]; readonly accountId: string }) {
  const t = useTranslations("inbox.case");
  if (officer === null) return t("withNobody");
  return officer.id === accountId ? t("withYou") : t("withOfficer", { name: officer.name });
}

function Term({ promise, now }: { readonly promise: ReactionPromise; readonly now: Now }) {
  const locale = useLocale();
  const label = dayOfPromise(promise, now.today, locale, translatorFor(locale));
  return (
    <PromiseBar total={promise.term} day={promise.used} state={stateOf(promise)} label={label}>
      {promise.isLate ? null : label}
    </PromiseBar>
  );
}
