import { Refusal } from "@/bin/desk/command";
import { readStudentNumber } from "@/lib/directory/student-number";
import { isAbsenceType } from "@/lib/reports/absence-types";
import type { RouteQuestion, RouteRefusal } from "@/lib/routing/question";
import { readSchoolCode, type SchoolCode } from "@/lib/routing/school-code";
import { type CalendarDate, calendarDate } from "@/lib/shared/calendar-date";

const columns = ["student", "school", "type", "day", "filed"] as const;
export type Column = (typeof columns)[number];
export type AskedCells = { readonly [Name in Column]?: string | undefined };

export interface Finding {
  readonly column: Column;
  readonly code:
    | RouteRefusal
    | "cell-missing"
    | "student-number-invalid"
    | "school-invalid"
    | "type-unknown"
    | "date-invalid"
    | "filed-before-day";
}

export type Asked =
  | { readonly ok: true; readonly question: RouteQuestion }
  | { readonly ok: false; readonly findings: readonly Finding[] };

export interface AskedRow {
  readonly line: number;
  readonly asked: Asked;
}

/** Reads what was asked on the command line or in a row of a file, and names all that is wrong with it. */
export function readQuestion({ student, school, type, day, filed }: AskedCells): Asked {
  const findings: Finding[] = [];
  const number = cell("student", student, numberOf, findings);
  const place = cell("school", school, schoolOf, findings);
  const kind = cell("type", type, typeOf, findings);
  const firstDay = cell("day", day, dayOf, findings);
  const filedOn = filed === undefined || filed === "" ? firstDay : cell("filed", filed, dayOf, findings);
  if (number === null || place === null || kind === null || firstDay === null || filedOn === null)
    return { ok: false, findings };
  if (filedOn < firstDay) findings.push({ column: "filed", code: "filed-before-day" });
  return findings.length > 0
    ? { ok: false, findings }
    : { ok: true, question: { studentNumber: number, school: place, type: kind, firstDay, filedOn } };
}

function cell<Value>(
  column: Column,
  text: string | undefined,
  read: (text: string) => Value | null,
  findings: Finding[],
): Value | null {
  const value = text === undefined || text === "" ? null : read(text);
  if (value === null)
    findings.push({ column, code: text === undefined || text === "" ? "cell-missing" : wrong[column] });
  return value;
}

const wrong: Readonly<Record<Column, Finding["code"]>> = {
  student: "student-number-invalid",
  school: "school-invalid",
  type: "type-unknown",
  day: "date-invalid",
  filed: "date-invalid",
};

function numberOf(text: string): string | null {
  const read = readStudentNumber(text);
  return read.ok ? read.number : null;
}

function typeOf(text: string): string | null {
  const type = text.trim();
  return isAbsenceType(type) ? type : null;
}

// A file of a hundred thousand rows names a few hundred days and schools.
const days = new Map<string, CalendarDate | null>();
const schools = new Map<string, SchoolCode | null>();

function dayOf(text: string): CalendarDate | null {
  return remembered(days, text, (written) => calendarDate.safeParse(written.trim()).data ?? null);
}

function schoolOf(text: string): SchoolCode | null {
  return remembered(schools, text, readSchoolCode);
}

function remembered<Value>(known: Map<string, Value | null>, text: string, read: (text: string) => Value | null) {
  const value = known.get(text);
  if (value !== undefined) return value;
  const fresh = read(text);
  known.set(text, fresh);
  return fresh;
}

/** How the rows below this header are read. */
export function askedColumns(header: readonly string[]): (cells: readonly string[]) => Asked {
  const names = header.map((name) => name.trim());
  const unknown = names.filter((name) => !columns.some((column) => column === name));
  const missing = columns.filter((column) => column !== "filed" && !names.includes(column));
  if (unknown.length > 0) throw new Refusal(`Onbekende kolom: ${unknown.join(", ")}.`);
  if (missing.length > 0) throw new Refusal(`Deze kolom ontbreekt: ${missing.join(", ")}.`);
  const at = (column: Column) => names.indexOf(column);
  const [student, school, type, day, filed] = [at("student"), at("school"), at("type"), at("day"), at("filed")];
  return (cells) =>
    readQuestion({
      student: cells[student],
      school: cells[school],
      type: cells[type],
      day: cells[day],
      filed: cells[filed],
    });
}
