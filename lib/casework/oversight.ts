import { z } from "zod";
import { type CloseReason, closeReasonCodes } from "@/lib/reports/codes";
import { addDays, type CalendarDate, startOfDay } from "@/lib/shared/calendar-date";

/** How long open reports lie there, in calendar days since they were filed; the last has no end. */
export const ages = [
  { code: "week", from: 0, until: 7 },
  { code: "fortnight", from: 8, until: 14 },
  { code: "month", from: 15, until: 28 },
  { code: "quarter", from: 29, until: 91 },
  { code: "longer", from: 92, until: null },
] as const satisfies readonly { code: string; from: number; until: number | null }[];

export type Age = (typeof ages)[number]["code"];
const ageCodes = ages.map(({ code }) => code);

/** After so many days without anything a report counts as lying still; the reader chooses. */
export const idleChoices = [5, 10, 20, 40] as const;
export type IdleDays = (typeof idleChoices)[number];
export const usualIdleDays: IdleDays = 10;

/** So many days back the outcomes are counted. */
export const outcomeDays = 90;

/** A number on the page of oversight, and so the cases behind it. */
export type Behind =
  | { readonly what: "age"; readonly age: Age }
  | { readonly what: "unopened" }
  | { readonly what: "idle"; readonly days: IdleDays }
  /** Null: the shared inbox. */
  | { readonly what: "officer"; readonly officerId: string | null }
  | { readonly what: "outcome"; readonly closeReason: CloseReason };

export const oversightPath = "/werkvoorraad/overzicht";

/** The case after which a page of such a list begins. */
export interface BehindPlace {
  readonly filedAt: Date;
  readonly id: string;
}

export function writeBehindCursor({ filedAt, id }: BehindPlace): string {
  return `${filedAt.toISOString()}_${id}`;
}

const place = z.tuple([z.iso.datetime().transform((text) => new Date(text)), z.uuid()]);

/** Null: no place of such a list; then it begins at the first page. */
export function readBehindCursor(cursor: string | undefined): BehindPlace | null {
  const { data } = place.safeParse(cursor?.split("_"));
  return data === undefined ? null : { filedAt: data[0], id: data[1] };
}

/** The address of the cases behind a number, or of a further page of them. */
export function behindPath(behind: Behind, cursor: string | null = null): string {
  const params = new URLSearchParams({ wat: behind.what });
  if (behind.what === "age") params.set("leeftijd", behind.age);
  if (behind.what === "idle") params.set("dagen", String(behind.days));
  if (behind.what === "officer") params.set("bij", behind.officerId ?? "niemand");
  if (behind.what === "outcome") params.set("uitkomst", behind.closeReason);
  if (cursor !== null) params.set("na", cursor);
  return `${oversightPath}/zaken?${params}`;
}

const idleDays = z.enum(idleChoices.map(String)).transform((text) => readIdleDays(text));

const address = z.discriminatedUnion("wat", [
  z.object({ wat: z.literal("age"), leeftijd: z.enum(ageCodes) }),
  z.object({ wat: z.literal("unopened") }),
  z.object({ wat: z.literal("idle"), dagen: idleDays }),
  z.object({ wat: z.literal("officer"), bij: z.union([z.literal("niemand").transform(() => null), z.uuid()]) }),
  z.object({ wat: z.literal("outcome"), uitkomst: z.enum(closeReasonCodes) }),
]);

/** Null: the address of no number. */
export function readBehind(params: Readonly<Record<string, unknown>>): Behind | null {
  const { data } = address.safeParse(params);
  switch (data?.wat) {
    case "age":
      return { what: "age", age: data.leeftijd };
    case "unopened":
      return { what: "unopened" };
    case "idle":
      return { what: "idle", days: data.dagen };
    case "officer":
      return { what: "officer", officerId: data.bij };
    case "outcome":
      return { what: "outcome", closeReason: data.uitkomst };
    default:
      return null;
  }
}

export function readIdleDays(text: string | undefined): IdleDays {
  return idleChoices.find((days) => String(days) === text) ?? usualIdleDays;
}

/** The moments between which reports of this age were filed. Null: however long ago. */
export function filedBetween(age: Age, today: CalendarDate): { readonly from: Date | null; readonly before: Date } {
  const { from, until } = ages.find(({ code }) => code === age) ?? ages[0];
  return {
    from: until === null ? null : startOfDay(addDays(today, -until)),
    before: startOfDay(addDays(today, 1 - from)),
  };
}

export interface OfficerLoad {
  /** Null: the shared inbox. */
  readonly officerId: string | null;
  readonly name: string | null;
  readonly open: number;
  readonly over: number;
}

export interface WeekFlow {
  /** The Monday with which it begins. */
  readonly week: CalendarDate;
  readonly filed: number;
  readonly closed: number;
}

/** How fast an office reacted in a period that is over; kept as it was then. */
export interface ReactionFigure {
  readonly startsOn: CalendarDate;
  readonly count: number;
  readonly inTimeCount: number;
  readonly medianDays: number;
  readonly p90Days: number;
}

export interface Oversight {
  readonly ages: Readonly<Record<Age, number>>;
  readonly unopened: number;
  readonly idle: number;
  readonly open: number;
  readonly over: number;
  readonly officers: readonly OfficerLoad[];
  readonly outcomes: readonly { readonly closeReason: CloseReason; readonly count: number }[];
  /** The oldest week first. */
  readonly weeks: readonly WeekFlow[];
  /** The oldest month first. */
  readonly months: readonly ReactionFigure[];
}

export interface BehindLine {
  readonly reference: string;
  readonly studentName: string;
  readonly type: string;
  readonly schoolName: string;
  readonly filedOn: CalendarDate;
  readonly changedOn: CalendarDate;
  /** Null: the shared inbox. */
  readonly officerName: string | null;
}
