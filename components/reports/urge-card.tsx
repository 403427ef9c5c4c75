import { urgeAction } from "@/app/meldingen/[reference]/actions";
import { ActButton } from "@/components/account/act-button";
import { Card } from "@/components/ui/card";
import { formatWeekday } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import type { Translate } from "@/lib/i18n/translator";
import type { ReportView } from "@/lib/reports/views";
import { dayOf } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { nextOf } from "@/lib/timeline/next";

interface UrgeCardProps {
  readonly report: ReportView;
  readonly now: Now;
  readonly t: Translate;
  readonly locale: Locale;
}

/** After the term, one press tells the office that the school still waits; a call is not needed for that. */
export function UrgeCard({ report, now, t, locale }: UrgeCardProps) {
  const next = nextOf(report, now);
  if (!(report.allows.urge && next.kind === "promise" && next.promise.isLate)) return null;
  const { lastDay } = next.promise;
  const told = report.timeline.findLast(({ event }) => event.kind === "no_reaction" && dayOf(event.at) > lastDay);
  const problems = { heading: t("reports.form.error.heading"), titlePrefix: t("reports.form.error.prefix") };
  return (
    <div className="print:hidden">
      <Card title={{ id: "geen-reactie", text: t("clock.urge.title") }} edge="attention">
        {told === undefined ? (
          <>
            <p className="text-sm text-ink-soft">{t("clock.urge.lead")}</p>
            <ActButton
              action={urgeAction}
              fields={{ reference: report.reference, version: String(report.version) }}
              look="secondary"
              label={t("clock.urge.button")}
              problems={problems}
            />
          </>
        ) : (
          <p>{t("clock.urge.done", { day: formatWeekday(dayOf(told.event.at), now.today, locale) })}</p>
        )}
      </Card>
    </div>
  );
}
