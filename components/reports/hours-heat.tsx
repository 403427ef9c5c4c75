import { Card } from "@/components/ui/card";
import { classes } from "@/components/ui/classes";
import { formatShortDay } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import type { Translate } from "@/lib/i18n/translator";
import type { ReportView } from "@/lib/reports/views";
import { calendarDate } from "@/lib/shared/calendar-date";
import { type HeatDay, heatWeeks, weekCount } from "./heat-weeks";

interface HoursHeatProps {
  readonly report: Pick<ReportView, "days" | "hoursTotal">;
  readonly t: Translate;
  readonly locale: Locale;
}

/** The missed hours as a small calendar; each number stands in its box, so the colour only helps. */
export function HoursHeat({ report: { days, hoursTotal }, t, locale }: HoursHeatProps) {
  const weeks = heatWeeks(days);
  const [first] = weeks;
  if (first === undefined) return null;
  const short = (day: string) => formatShortDay(calendarDate.parse(day), locale);
  const title = t("reports.page.heatTitle", { hours: hoursTotal, weeks: weekCount(weeks) });
  return (
    <Card title={{ id: "uren", text: title }}>
      <table className="w-full table-fixed border-separate border-spacing-[3px] text-xs text-ink-soft">
        <caption className="sr-only">{t("reports.page.heatLabel")}</caption>
        <thead>
          <tr>
            <th scope="col" className="w-16 text-left font-normal">
              <span className="sr-only">{t("reports.page.heatWeek")}</span>
            </th>
            {first.days.map(({ day }) => (
              <th key={day} scope="col" className="font-normal">
                {short(day).split(" ")[0]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map(({ monday, days: columns }) => (
            <tr key={monday}>
              <th scope="row" className="text-left font-normal whitespace-nowrap">
                {short(monday).split(" ").slice(1).join(" ")}
              </th>
              {columns.map((column) => (
                <HeatCell key={column.day} {...column} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

function HeatCell({ hours }: HeatDay) {
  return (
    <td className={classes("h-7 rounded-sm text-center print:border print:border-line", lookOf(hours))}>
      {hours === null || hours === 0 ? "" : hours}
    </td>
  );
}

function lookOf(hours: number | null): string {
  if (hours === null) return "hatched";
  if (hours === 0) return "bg-sunken";
  if (hours < 3) return "bg-brand/25 text-ink";
  return hours < 5 ? "bg-brand/45 text-ink" : "bg-brand text-on-brand";
}
