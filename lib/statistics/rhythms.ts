import type { Label } from "@/lib/i18n/locale";
import {
  addDays,
  type CalendarDate,
  calendarDate,
  firstOfMonth,
  firstOfNextMonth,
  weekdayOf,
} from "@/lib/shared/calendar-date";
import { isMonth, monthOf, schoolYearOf } from "./period";
import type { Selection } from "./selection";

/** The day after a month has closed, so that its figures do not change any more. */
const monthlyDay = "16";

/** How often somebody hears that a kept view is there with new figures. */
export const rhythms = {
  weekly: {
    label: { nl: "Elke maandag", en: "Every Monday" },
    nextAfter: (day) => addDays(day, 8 - weekdayOf(day)),
  },
  monthly: {
    label: { nl: "Elke 16e, als de vorige maand gesloten is", en: "Each 16th, when the month before is closed" },
    nextAfter: (day) => {
      const inMonth = calendarDate.parse(`${monthOf(day)}-${monthlyDay}`);
      return day < inMonth ? inMonth : calendarDate.parse(`${monthOf(firstOfNextMonth(day))}-${monthlyDay}`);
    },
  },
} as const satisfies Record<string, { label: Label; nextAfter: (day: CalendarDate) => CalendarDate }>;

export type Rhythm = keyof typeof rhythms;
export const rhythmCodes = ["weekly", "monthly"] as const satisfies readonly Rhythm[];

export function isRhythm(text: string): text is Rhythm {
  return Object.hasOwn(rhythms, text);
}

/** The same question of the newest period: a month is the last one that is over, a school year the one that runs. */
export function movedAlong(wish: Selection, today: CalendarDate): Selection {
  const lastMonth = monthOf(addDays(firstOfMonth(today), -1));
  return { ...wish, period: isMonth(wish.period) ? lastMonth : schoolYearOf(today) };
}
