import { classes } from "@/components/ui/classes";
import { formatNumber, formatShortDay } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import { calendarDate } from "@/lib/shared/calendar-date";
import type { HeatDay, HeatWeek, TotalledWeek } from "./heat-weeks";

interface HeatTableProps {
  readonly words: { readonly label: string; readonly week: string };
  readonly weeks: readonly HeatWeek[];
  /** Of a case that grows: what it comes to at the end of each week. */
  readonly totals?: { readonly header: string; readonly weeks: readonly TotalledWeek[] };
  readonly locale: Locale;
}

/** Missed hours as a small calendar; each number stands in its box, so the colour only helps. */
export function HeatTable({ words, weeks, totals, locale }: HeatTableProps) {
  const short = (day: string) => formatShortDay(calendarDate.parse(day), locale);
  const totalOf = new Map(totals?.weeks.map(({ monday, total }) => [monday, formatNumber(total, locale)]));
  return (
    <table className="w-full table-fixed border-separate border-spacing-[3px] text-xs text-ink-soft">
      <caption className="sr-only">{words.label}</caption>
      <thead>
        <tr>
          <th scope="col" className={classes("text-left font-normal", totals === undefined ? "w-16" : "w-14")}>
            <span className="sr-only">{words.week}</span>
          </th>
          {weeks[0]?.days.map(({ day }) => (
            <th key={day} scope="col" className="font-normal">
              {short(day).split(" ")[0]}
            </th>
          ))}
          {totals === undefined ? null : (
            <th scope="col" className="w-11 text-right font-normal">
              {totals.header}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {weeks.map(({ monday, days }) => (
          <tr key={monday}>
            <th scope="row" className="text-left font-normal whitespace-nowrap">
              {short(monday).split(" ").slice(1).join(" ")}
            </th>
            {days.map((column) => (
              <HeatCell key={column.day} {...column} locale={locale} />
            ))}
            {totals === undefined ? null : <td className="text-right text-ink">{totalOf.get(monday)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function HeatCell({ hours, isOwn = false, locale }: HeatDay & { readonly locale: Locale }) {
  return (
    <td className={classes("h-7 rounded-sm text-center print:border print:border-line", lookOf(hours))}>
      <span className={isOwn ? "underline underline-offset-4" : undefined}>
        {hours === null || hours === 0 ? "" : formatNumber(hours, locale)}
      </span>
    </td>
  );
}

function lookOf(hours: number | null): string {
  if (hours === null) return "hatched";
  if (hours === 0) return "bg-sunken";
  if (hours < 3) return "bg-brand/25 text-ink";
  return hours < 5 ? "bg-brand/45 text-ink" : "bg-brand text-on-brand";
}
