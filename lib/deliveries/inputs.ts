import { z } from "zod";
import { calendarDate, readWrittenDay } from "@/lib/shared/calendar-date";
import { requiredWords } from "@/lib/shared/words";
import { isClass } from "./classes";
import { columnNames } from "./columns";
import { markCodes } from "./marks";

const age = z.coerce.number({ error: "number-invalid" }).int({ error: "number-invalid" }).min(4).max(30);
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

export const deliveryChoice = z.strictObject({ id: z.uuid() });
export type DeliveryChoice = z.output<typeof deliveryChoice>;

export const markInput = z.strictObject({
  id: z.uuid(),
  student: z.uuid(),
  mark: z.enum(markCodes),
  /** Where in the list it was said, to come back to. */
  only: z.string().refine(isClass).optional(),
  after: z.string().max(300).optional(),
});
export type MarkInput = z.output<typeof markInput>;
