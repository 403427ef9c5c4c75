import { formatNumber, formatPlainWeekday } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import type { Messages } from "@/lib/i18n/messages";
import type { Restart, Threshold } from "./threshold";
import { thresholdRules } from "./threshold-rules";

export type ThresholdText = Messages["hours"]["threshold"];

export interface ThresholdTelling {
  readonly text: ThresholdText;
  readonly locale: Locale;
  readonly today: string;
  /** A report that was sent is told in the past. */
  readonly isFiled: boolean;
}

/** A threshold in sentences, the main one first. The same on the server and in the browser. */
export function thresholdLines(threshold: Threshold, telling: ThresholdTelling): readonly [string, ...string[]] {
  const { outside, restart } = threshold;
  const { text } = telling;
  const day = dayWriter(telling);
  const rest = [
    termLine(threshold, telling),
    outside > 0 ? fill(text.outside, { hours: formatNumber(outside, telling.locale) }) : null,
    restart === null ? null : restartLine(restart, day, text),
    restart === null || restart.nextFrom === null ? null : fill(text.nextFrom, { day: day(restart.nextFrom) }),
  ];
  return [mainLine(threshold, telling), ...rest.filter((line) => line !== null)];
}

function restartLine({ reference, lastDay }: Restart, day: (day: string) => string, text: ThresholdText): string {
  if (reference === null) return fill(text.restartUnnamed, { day: day(lastDay) });
  return fill(text.restart, { reference, day: day(lastDay) });
}

function mainLine(threshold: Threshold, telling: ThresholdTelling): string {
  const { text, locale } = telling;
  const isInHours = thresholdRules[threshold.rule].unit === "hours";
  const day = dayWriter(telling);
  const number = (value: number) => formatNumber(value, locale);
  const amount = number(threshold.amount);
  const limit = number(threshold.limit);
  if (threshold.reachedOn !== null) {
    const reached = isInHours ? text.hoursReached : text.daysReached;
    return fill(reached, { limit, amount, day: day(threshold.reachedOn) });
  }
  if (threshold.amount === 0) return fill(text.hoursNone, { limit });
  const left = number(threshold.limit - threshold.amount);
  return fill(isInHours ? text.hoursBelow : text.daysBelow, { amount, limit, left, from: day(threshold.from) });
}

function termLine({ lastDayInTime, daysLate }: Threshold, telling: ThresholdTelling): string | null {
  if (lastDayInTime === null) return null;
  const { text, isFiled } = telling;
  const [inTime, one, more] = isFiled
    ? [text.filedInTime, text.filedLateOne, text.filedLateMore]
    : [text.inTime, text.lateOne, text.lateMore];
  const template = daysLate === 0 ? inTime : daysLate === 1 ? one : more;
  return fill(template, { count: String(daysLate), day: dayWriter(telling)(lastDayInTime) });
}

function dayWriter({ locale, today }: ThresholdTelling) {
  return (day: string) => formatPlainWeekday(day, today, locale);
}

function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? "");
}
