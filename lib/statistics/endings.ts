import type { Label } from "@/lib/i18n/locale";
import type { CalendarDate } from "@/lib/shared/calendar-date";
import type { Chart } from "./address";
import type { Selection } from "./selection";

/** Why a subscription ended that nobody stopped himself. */
export const endingReasons = ["removed", "unshared", "function-over", "no-right", "not-offered"] as const;
export type EndingReason = (typeof endingReasons)[number];

/** So long whoever had it may still read why no mail comes: a holiday, and some weeks at work. */
export const keptDays = 60;

/** A subscription that ended by itself, as whoever had it reads it. */
export interface EndedSubscription {
  readonly id: string;
  readonly reason: EndingReason;
  readonly endedOn: CalendarDate;
  /** Where he had it, when that is not where he works now. */
  readonly elsewhere: string | null;
  /** Null: a later release does not know the view any more. */
  readonly view: { readonly title: Label; readonly selection: Selection; readonly chart: Chart } | null;
}
