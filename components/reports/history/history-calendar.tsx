import { classes } from "@/components/ui/classes";
import { formatMonth, formatNumber, formatShortDay } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import type { Translate } from "@/lib/i18n/translator";
import type { HistoryDay, HistoryYear } from "@/lib/reports/student-history";
import { weekdayOf } from "@/lib/shared/calendar-date";

interface HistoryCalendarProps {
  readonly year: HistoryYear;
  readonly t: Translate;
  readonly locale: Locale;
}

/** A school year, month by month. What the colour says of a day stands in its box in words as well. */
export function HistoryCalendar({ year, t, locale }: HistoryCalendarProps) {
  return (
    <div className="grid gap-4">
      <div className="grid grid-cols-2 gap-x-5 gap-y-4 sm:grid-cols-3 lg:grid-cols-4">
        {year.months.map(({ firstDay, days }) => (
          <table key={firstDay} className="w-full table-fixed border-separate border-spacing-0.5 self-start text-xs">
            <caption className="pb-1 text-left text-sm font-semibold">{formatMonth(firstDay, locale)}</caption>
            <thead>
              <tr className="text-ink-faint">
                {weekHeads(days, locale).map((name) => (
                  <th key={name} scope="col" className="font-normal">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {weeksOf(days).map((week) => (
                <tr key={week.key}>
                  {week.cells.map((day, at) =>
                    day === null ? <td key={`${week.key}-${String(at)}`} /> : <DayCell key={day.day} day={day} t={t} />,
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
      <Legend t={t} />
    </div>
  );
}

function DayCell({ day, t }: { readonly day: HistoryDay; readonly t: Translate }) {
  const what = whatOf(day, t);
  return (
    <td
      title={what === "" ? undefined : what}
      className={classes(
        "relative h-7 rounded-sm text-center tabular-nums print:border print:border-line",
        lookOf(day),
      )}
    >
      {Number(day.day.slice(8))}
      {what === "" ? null : <span className="sr-only">: {what}</span>}
      {day.minutes > 0 ? (
        <span aria-hidden="true" className="absolute right-0.5 bottom-0.5 size-1.5 rounded-full bg-attention" />
      ) : null}
    </td>
  );
}

const looks = {
  none: "bg-sunken text-ink-soft",
  absent: "hatched text-ink outline outline-brand",
  few: "bg-brand/25 text-ink",
  some: "bg-brand/45 text-ink",
  many: "bg-brand text-on-brand font-semibold",
} as const;

function lookOf({ hours, isAbsent }: HistoryDay): string {
  if (hours === 0) return isAbsent ? looks.absent : looks.none;
  if (hours < 3) return looks.few;
  return hours < 5 ? looks.some : looks.many;
}

const legend = ["few", "some", "many", "absent"] as const;

function Legend({ t }: { readonly t: Translate }) {
  return (
    <ul aria-hidden="true" className="flex flex-wrap gap-x-5 gap-y-1.5 text-sm text-ink-soft">
      {legend.map((name) => (
        <li key={name} className="flex items-center gap-2">
          <span className={classes("size-4 rounded-sm", looks[name])} />
          {t(`myReports.history.legend.${name}`)}
        </li>
      ))}
      <li className="flex items-center gap-2">
        <span className="size-1.5 rounded-full bg-attention" />
        {t("myReports.history.legend.late")}
      </li>
    </ul>
  );
}

function whatOf({ hours, minutes, isAbsent }: HistoryDay, t: Translate): string {
  const parts = [
    hours > 0 ? t("myReports.history.hours", { hours }) : "",
    isAbsent && hours === 0 ? t("myReports.history.absent") : "",
    minutes > 0 ? t("myReports.history.late", { minutes }) : "",
  ];
  return parts.filter((part) => part !== "").join(", ");
}

/** Monday to Friday; a weekend is shown only where something was reported of it. */
function weeksOf(days: readonly HistoryDay[]) {
  const width = columnsOf(days);
  const weeks = new Map<string, (HistoryDay | null)[]>();
  for (const day of days) {
    const column = weekdayOf(day.day) - 1;
    if (column >= width) continue;
    const key = `w${String(Math.floor((Number(day.day.slice(8)) + firstColumn(days) - 1) / 7))}`;
    const cells = weeks.get(key) ?? Array.from({ length: width }, () => null);
    cells[column] = day;
    weeks.set(key, cells);
  }
  return [...weeks].map(([key, cells]) => ({ key, cells }));
}

function firstColumn([first]: readonly HistoryDay[]): number {
  return first === undefined ? 0 : weekdayOf(first.day) - 1;
}

function columnsOf(days: readonly HistoryDay[]): number {
  const told = days.filter(({ hours, minutes, isAbsent }) => hours > 0 || minutes > 0 || isAbsent);
  return Math.max(5, ...told.map(({ day }) => weekdayOf(day)));
}

function weekHeads(days: readonly HistoryDay[], locale: Locale): readonly string[] {
  return days
    .slice(0, 7)
    .toSorted((one, other) => weekdayOf(one.day) - weekdayOf(other.day))
    .slice(0, columnsOf(days))
    .map(({ day }) => formatShortDay(day, locale).split(" ")[0] ?? "");
}

/** "3 meldingen, 24 uur op 6 dagen, 2 keer te laat" */
export function yearWords(year: HistoryYear, t: Translate, locale: Locale): string {
  const { reportCount, hours, absentDays, arrivalCount } = year;
  const parts = [
    t("myReports.history.reports", { count: reportCount }),
    absentDays > 0 ? t("myReports.history.days", { count: absentDays }) : "",
    hours > 0 ? t("myReports.history.hoursTogether", { hours: formatNumber(hours, locale) }) : "",
    arrivalCount > 0 ? t("myReports.history.arrivals", { count: arrivalCount }) : "",
  ];
  return parts.filter((part) => part !== "").join(", ");
}
