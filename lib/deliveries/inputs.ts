import { z } from "zod";
import { formatWrittenDay } from "@/lib/i18n/format";
import { type CalendarDate, calendarDate, readWrittenDay } from "@/lib/shared/calendar-date";
import type { Problem } from "@/lib/shared/problem";
import { requiredWords } from "@/lib/shared/words";
import { isClass } from "./classes";
import { columnNames } from "./columns";
import { isOver } from "./datasets";
import { markCodes } from "./marks";

const age = z
  .string({ error: "number-invalid" })
  .trim()
  .regex(/^\d{1,2}$/, { error: "number-invalid", abort: true })
  .transform(Number)
  .refine((years) => years >= 4 && years <= 30, { error: "number-invalid", abort: true });
const list = <Item extends z.ZodType>(item: Item) =>
  z.preprocess((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]), z.array(item).max(100));
const writtenDay = z.preprocess(
  (value) => (typeof value === "string" ? (readWrittenDay(value) ?? value) : value),
  calendarDate,
);

/** What a coordinator asks for: who, on which day, which columns, and what for. */
export const snapshotInput = z
  .strictObject({
    day: writtenDay,
    ageFrom: age,
    ageUntil: age,
    municipalities: list(z.string().regex(/^\d{4}$/)),
    columns: list(z.enum(columnNames)),
    purpose: requiredWords(200),
  })
  .refine(({ ageFrom, ageUntil }) => ageFrom <= ageUntil, { path: ["ageUntil"], error: "ages-turned" });
export type SnapshotInput = z.output<typeof snapshotInput>;

interface Known {
  readonly codes: readonly string[];
  /** Null: of nobody anything is known. */
  readonly firstDay: CalendarDate | null;
  readonly today: CalendarDate;
}

/** What of a snapshot the form alone cannot know: which days there are, and which municipalities the region has. */
export function faultOfSnapshot(
  { day, municipalities }: Pick<SnapshotInput, "day" | "municipalities">,
  { codes, firstDay, today }: Known,
): Problem | null {
  if (!isOver({ from: day, until: day }, today)) return { code: "period-not-over", field: "day" };
  if (firstDay !== null && day < firstDay) {
    return { code: "day-before-register", field: "day", facts: { day: formatWrittenDay(firstDay) } };
  }
  const isKnown = municipalities.every((code) => codes.includes(code));
  return isKnown ? null : { code: "choice-unknown", field: "municipalities" };
}

export const deliveryChoice = z.strictObject({ id: z.uuid() });
export type DeliveryChoice = z.output<typeof deliveryChoice>;

export const markInput = z.strictObject({
  id: z.uuid(),
  student: z.uuid(),
  mark: z.enum(markCodes),
  /** Where in the list it was said, to come back to. */
  only: z.string().refine(isClass).optional(),
  done: z.enum(markCodes).optional(),
  after: z.string().max(300).optional(),
  row: z.coerce.number().int().min(0).max(100).default(0),
});
export type MarkInput = z.output<typeof markInput>;
