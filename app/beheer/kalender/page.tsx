import type { Metadata } from "next";
import { getLocale } from "next-intl/server";
import { PeriodTable } from "@/components/calendar/period-table";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { Card } from "@/components/ui/card";
import { Details } from "@/components/ui/details";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { findSchoolCalendar } from "@/lib/directory/queries/school-calendar.server";
import { findSchoolLadder } from "@/lib/reports/queries/ladders.server";
import { now } from "@/lib/shared/clock";
import { orNotFound } from "@/lib/web/or-not-found.server";
import { pageViewer } from "@/lib/web/require-viewer.server";
import { onlyText } from "@/lib/web/search-params";
import { shellProps } from "@/lib/web/shell.server";
import { getTranslations, problemWords } from "@/lib/web/words.server";
import { LadderCard, LessonsCard, PeriodCard } from "./cards";

const path = "/beheer/kalender";
const outcomes = ["periode", "periode-weg", "lessen", "stappen"] as const;

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("hours.calendar"))("title") };
}

/** On which days the school gives no lessons, and what a day counts for. */
export default async function CalendarPage({ searchParams }: Props) {
  const viewer = await pageViewer(path);
  const { own, regional, locations } = await orNotFound(() => findSchoolCalendar(viewer, now()));
  const steps = await findSchoolLadder(viewer);
  const [t, shell, problems, locale, asked] = await Promise.all([
    getTranslations("hours.calendar"),
    shellProps(viewer, path),
    problemWords(),
    getLocale(),
    searchParams,
  ]);
  const done = outcomes.find((outcome) => outcome === onlyText(asked["klaar"]));
  return (
    <PageShell {...shell}>
      <PageHeading title={t("title")} lead={t("lead")} />
      {done === undefined ? null : <Notice tone="success" title={t(`done.${done}`)} takesFocus={true} />}
      {own.length === 0 ? (
        <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>
      ) : (
        <PeriodTable caption={t("own")} periods={own} locale={locale} problems={problems} isKept={true} />
      )}
      <PeriodCard locations={locations} />
      <Card title={{ id: "lessen", text: t("lessons.title") }}>
        <p className="text-ink-soft">{t("lessons.lead")}</p>
        {locations.map((location) => (
          <LessonsCard key={location.id} location={location} isOpen={locations.length === 1} />
        ))}
      </Card>
      <LadderCard steps={steps} />
      <Details summary={t("regional")}>
        <PeriodTable caption={t("regional")} periods={regional} locale={locale} problems={problems} isKept={false} />
      </Details>
    </PageShell>
  );
}
