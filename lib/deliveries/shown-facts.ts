import type { CalendarDate } from "@/lib/shared/calendar-date";
import type { RowFacts } from "./facts";

/** What a page or a file shows of somebody. Null: it would lead to a person whose address is protected. */
export interface ShownFacts extends Omit<RowFacts, "since" | "age" | "isSpecial"> {
  readonly since: CalendarDate | null;
  readonly age: number | null;
  readonly isSpecial: boolean | null;
}

/** Of a protected address only the part of the delivery, why, and the standing: no day, no place, no work of anybody. */
export function withoutTraces({ reason, standing }: Pick<RowFacts, "reason" | "standing">): ShownFacts {
  return {
    reason,
    standing,
    since: null,
    age: null,
    municipality: null,
    isSpecial: null,
    last: null,
    next: null,
    oddities: [],
    corrections: [],
    isCorrection: false,
    mark: null,
    absence: null,
  };
}
