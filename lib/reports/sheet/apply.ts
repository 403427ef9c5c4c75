import { isSchoolDay, type PlainPeriod } from "@/lib/directory/school-calendar";
import { readStudentNumber } from "@/lib/directory/student-number";
import type { FormValues } from "../form-values";
import { type LessonSettings, lessonsOn } from "../lesson-hours";
import { type ReadSheet, readSheetDay, type SheetColumns } from "./columns";
import type { TableRow } from "./table";

export interface SheetPlace {
  readonly firstDay: string | null;
  readonly lastDay: string;
  /** Lessons are ticked by number, or hours are counted by the clock. */
  readonly counts: "lessons" | "clock";
  readonly lessons: LessonSettings;
  /** The calendars that hold for this student. */
  readonly periods: readonly PlainPeriod[];
  /** Digits only; empty when the form does not know it. */
  readonly studentNumber: string;
}

export interface RefusedRow {
  readonly line: number;
  readonly code: "row-day" | "row-amount" | "row-outside" | "row-off";
}

export interface SheetHours {
  readonly values: FormValues;
  readonly days: readonly string[];
  readonly refused: readonly RefusedRow[];
  /** Rows about other students, which are left out. */
  readonly others: number;
  /** Hours that named no lesson, ticked from the first one on. */
  readonly isFromFirstLesson: boolean;
  /** Rows of more than one student, and none of them is this one. */
  readonly isOfSeveral: boolean;
  /** Rows of one student, whose BSN or education number is not the one of the form. */
  readonly isOfAnother: boolean;
}

interface DayHours {
  readonly lessons: ReadonlySet<number>;
  readonly hours: number;
  readonly isWhole: boolean;
}

export const wholeDay = /^(hele dag|whole day|dag|h)$/i;

/** The rows of a sheet as fields of the grid of hours; what cannot be read is named by its line, and nothing is guessed. */
export function applySheet(sheet: ReadSheet, columns: SheetColumns, place: SheetPlace): SheetHours {
  const own = ownRows(sheet, columns, place);
  const days = new Map<string, DayHours>();
  const refused: RefusedRow[] = [];
  for (const { line, cells } of own.rows) {
    const read = readRow(cellsOf(cells, sheet, columns), place);
    if (typeof read === "string") refused.push({ line, code: read });
    else days.set(read.day, added(days.get(read.day), read));
  }
  const entries = [...days].map(([day, hours]) => [day, fieldOf(day, hours, place)] as const);
  return {
    ...own,
    refused,
    days: [...days.keys()].sort(),
    values: Object.fromEntries(entries.map(([day, { kind, value }]) => [`${kind}.${day}`, value])),
    isFromFirstLesson: entries.some(([, { isFromFirst }]) => isFromFirst),
  };
}

function ownRows(sheet: ReadSheet, { student }: SheetColumns, { studentNumber }: SheetPlace) {
  const { rows } = sheet;
  const found = { rows, others: 0, isOfSeveral: false, isOfAnother: false };
  const at = student === undefined ? -1 : sheet.heads.indexOf(student);
  if (at < 0) return found;
  const numberOf = ({ cells }: TableRow) => (cells[at] ?? "").replaceAll(/\D/g, "").replace(/^0+/, "");
  // A line of totals names nobody.
  const numbers = new Set(rows.map(numberOf).filter((number) => number !== ""));
  const wanted = studentNumber.replace(/^0+/, "");
  if (numbers.has(wanted)) {
    const mine = rows.filter((row) => numberOf(row) === wanted);
    return { ...found, rows: mine, others: rows.length - mine.length };
  }
  if (numbers.size > 1) return { ...found, rows: [], isOfSeveral: true };
  // The school's own number says nothing; a number that passes the eleven-test is somebody else's.
  const isOfAnother = wanted !== "" && [...numbers].some((number) => readStudentNumber(number.padStart(9, "0")).ok);
  return isOfAnother ? { ...found, rows: [], isOfAnother } : found;
}

interface Cells {
  readonly day: string;
  /** Null: no such column. */
  readonly lesson: string | null;
  readonly hours: string | null;
}

function cellsOf(cells: readonly string[], { heads }: ReadSheet, columns: SheetColumns): Cells {
  const cell = (head: string | undefined) => (head === undefined ? null : (cells[heads.indexOf(head)] ?? ""));
  return { day: cell(columns.day) ?? "", lesson: cell(columns.lesson), hours: cell(columns.hours) };
}

function readRow(
  cells: Cells,
  { firstDay, lastDay, periods }: SheetPlace,
): (DayHours & { readonly day: string }) | RefusedRow["code"] {
  const day = readSheetDay(cells.day);
  if (day === null) return "row-day";
  if (day < (firstDay ?? day) || day > lastDay) return "row-outside";
  if (!isSchoolDay(day, periods)) return "row-off";
  const amount = readAmount(cells);
  return amount === null ? "row-amount" : { ...amount, day };
}

const nothing: DayHours = { lessons: new Set<number>(), hours: 0, isWhole: false };

/** Null: no lesson and no number of hours. */
function readAmount({ lesson, hours }: Cells): DayHours | null {
  const isWhole = [lesson, hours].some((cell) => cell !== null && wholeDay.test(cell));
  if (isWhole) return { ...nothing, isWhole };
  if (lesson) {
    const lessons = readLessons(lesson);
    return lessons === null ? null : { ...nothing, lessons };
  }
  const count = Number((hours ?? "").replace(",", "."));
  return count > 0 && count <= 24 ? { ...nothing, hours: count } : null;
}

/** "3", "1-4" and "1, 2, 5". Null: no lessons from 1 to 12. */
export function readLessons(text: string): ReadonlySet<number> | null {
  const parts = text.split(/[,+/ ]+/).filter((part) => part !== "");
  const numbers = parts.flatMap((part) => {
    const [, first = "", last = first] = /^(\d{1,2})(?:-(\d{1,2}))?$/.exec(part) ?? [];
    const count = Number(last) - Number(first) + 1;
    return first === "" || count < 1 || count > 12
      ? [0]
      : Array.from({ length: count }, (_, index) => Number(first) + index);
  });
  return numbers.length > 0 && numbers.every((number) => number >= 1 && number <= 12) ? new Set(numbers) : null;
}

function added(before: DayHours | undefined, more: DayHours): DayHours {
  if (before === undefined) return more;
  return {
    lessons: new Set([...before.lessons, ...more.lessons]),
    hours: before.hours + more.hours,
    isWhole: before.isWhole || more.isWhole,
  };
}

/** The field of the grid that says this day. */
function fieldOf(day: string, { lessons, hours, isWhole }: DayHours, { counts, lessons: settings }: SheetPlace) {
  if (isWhole) return { kind: "whole", value: "yes", isFromFirst: false };
  if (counts === "clock") return { kind: "clock", value: written(lessons.size + hours), isFromFirst: false };
  if (lessons.size > 0)
    return { kind: "lesson", value: [...lessons].sort((a, b) => a - b).map(String), isFromFirst: false };
  const count = Math.min(12, Math.ceil(hours));
  if (count >= lessonsOn(day, settings)) return { kind: "whole", value: "yes", isFromFirst: false };
  return { kind: "lesson", value: Array.from({ length: count }, (_, index) => String(index + 1)), isFromFirst: true };
}

function written(hours: number): string {
  return String(Math.round(hours * 100) / 100).replace(".", ",");
}
