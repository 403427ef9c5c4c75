import { readWrittenDay } from "@/lib/shared/calendar-date";
import type { Table, TableRow } from "./table";

export const columnRoles = ["day", "lesson", "hours", "student"] as const;
export type ColumnRole = (typeof columnRoles)[number];

/** Which column holds what, by its head; what is absent is in no column. */
export type SheetColumns = Readonly<Partial<Record<ColumnRole, string>>>;

export interface ReadSheet {
  /** The heads of the columns; without a head row their numbers. */
  readonly heads: readonly string[];
  readonly rows: Table;
  readonly hasHeads: boolean;
}

/** Heads that packages and people use, in lower case without signs. */
const knownHeads: Readonly<Record<ColumnRole, readonly string[]>> = {
  day: ["datum", "dag", "verzuimdatum", "datum verzuim", "lesdatum", "datum les", "date", "day"],
  lesson: ["lesuur", "lesuren", "lesuurnr", "lesnummer", "les", "uur", "lesson", "period"],
  hours: ["uren", "aantal", "aantal uren", "aantal lesuren", "duur", "hours"],
  student: [
    "leerlingnummer",
    "studentnummer",
    "stamnummer",
    "bsn",
    "onderwijsnummer",
    "persoonsnummer",
    "pgn",
    "student",
  ],
};

/** The head row is the first one, unless that holds a day already. */
export function withHeads(table: Table): ReadSheet {
  const [first] = table;
  if (first !== undefined && !hasDay(first)) return { heads: first.cells, rows: table.slice(1), hasHeads: true };
  const widest = table.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  return { heads: Array.from({ length: widest }, (_, index) => String(index + 1)), rows: table, hasHeads: false };
}

function hasDay({ cells }: TableRow): boolean {
  return cells.some((cell) => readSheetDay(cell) !== null);
}

/** What the school chose or chose before, where those columns are there; the rest by what the heads say. */
export function chooseColumns(sheet: ReadSheet, chosen: SheetColumns, remembered: SheetColumns): SheetColumns {
  if (isKnown(chosen, sheet) && isComplete(chosen)) return chosen;
  if (isKnown(remembered, sheet) && isComplete(remembered)) return remembered;
  return { ...guessColumns(sheet), ...onlyKnown(chosen, sheet) };
}

/** A day, and something that says how much. */
export function isComplete({ day, lesson, hours }: SheetColumns): boolean {
  return day !== undefined && (lesson !== undefined || hours !== undefined);
}

function guessColumns(sheet: ReadSheet): SheetColumns {
  const named = columnRoles.flatMap((role) => {
    const head = sheet.heads.find((text) => knownHeads[role].includes(plainHead(text)));
    return head === undefined ? [] : [[role, head] as const];
  });
  const found: SheetColumns = Object.fromEntries(named);
  return isComplete(found) || sheet.hasHeads ? found : byContent(sheet);
}

/** Without heads: the column with days, and the one with small numbers beside it. */
function byContent({ heads, rows }: ReadSheet): SheetColumns {
  const first = rows[0]?.cells ?? [];
  const dayAt = first.findIndex((cell) => readSheetDay(cell) !== null);
  const numberAt = first.findIndex((cell, index) => index !== dayAt && /^\d{1,2}([.,]\d{1,2})?$/.test(cell));
  const [day, number] = [heads[dayAt], heads[numberAt]];
  if (day === undefined || number === undefined) return {};
  const days = rows.map(({ cells }) => cells[dayAt]);
  return new Set(days).size < days.length ? { day, lesson: number } : { day, hours: number };
}

function isKnown(columns: SheetColumns, { heads }: ReadSheet): boolean {
  return Object.values(columns).every((head) => heads.includes(head));
}

function onlyKnown(columns: SheetColumns, { heads }: ReadSheet): SheetColumns {
  return Object.fromEntries(Object.entries(columns).filter(([, head]) => heads.includes(head)));
}

export function plainHead(head: string): string {
  return head
    .toLowerCase()
    .replaceAll(/[^a-z ]/g, "")
    .trim();
}

/** "5-10-2026", "ma 5-10-2026", "2026-10-05" and "05-10-2026 00:00:00" are one day. */
export function readSheetDay(cell: string): string | null {
  const bare = cell.replace(/^[a-z]{2,9}\.? /i, "").replace(/[ T]\d{1,2}:\d{2}(:\d{2})?$/, "");
  return bare === "" ? null : readWrittenDay(bare);
}
