import type { ReportFormState } from "@/components/reports/form/form-state";
import type { LocationOption } from "@/components/reports/form/form-text";
import { findSchoolLocations } from "@/lib/directory/queries.server";
import { formatWrittenDay } from "@/lib/i18n/format";
import { translatorFor } from "@/lib/i18n/translator";
import { readSheet, rememberColumns, rememberedColumns } from "@/lib/reports/commands/sheet.server";
import { type FormValues, textIn } from "@/lib/reports/form-values";
import { periodOf } from "@/lib/reports/from-form";
import { weeksOf } from "@/lib/reports/hour-weeks";
import { usualLessons } from "@/lib/reports/lesson-hours";
import { applySheet, type SheetHours } from "@/lib/reports/sheet/apply";
import {
  chooseColumns,
  columnRoles,
  isComplete,
  type ReadSheet,
  type SheetColumns,
  withHeads,
} from "@/lib/reports/sheet/columns";
import { readTable, type Table, UnreadableSheet, writeTable } from "@/lib/reports/sheet/table";
import { calendarDate } from "@/lib/shared/calendar-date";
import { withStudentNumber } from "./check-answers";
import { faultsOf } from "./faults";
import { locationOption } from "./offer";
import { hourPeriod, type Turn } from "./turn";

const hourField = /^(?:lesson|clock|part|whole)\./;

/** Every lesson of every day of the period. */
export function withAllLessons({ state, values, now: { today } }: Turn): FormValues {
  const period = hourPeriod(values, today);
  if (period === null) return values;
  const days = weeksOf(period.firstDay, period.lastDay, state.counting?.periods).flatMap((week) => week.days);
  const whole = days.filter(({ isClosed }) => !isClosed).map(({ day }) => [`whole.${day}`, "yes"]);
  return { ...withoutLessons(values), ...Object.fromEntries(whole) };
}

export function withoutLessons(values: FormValues): FormValues {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !hourField.test(name)));
}

/** The hours of a sheet that was pasted or chosen, in the grid; or why it cannot be read, with the text still there. */
export async function takeSheet(turn: Turn): Promise<ReportFormState> {
  try {
    return await takeTable(turn, await tableOf(turn));
  } catch (error) {
    if (!(error instanceof UnreadableSheet)) throw error;
    return answerWith(turn, turn.values, { problem: error.code, line: error.line });
  }
}

async function tableOf({ viewer, sheet, values }: Turn): Promise<Table> {
  if (sheet === undefined || sheet.size === 0) return readTable(textIn(values, "sheet.text"));
  return readSheet(viewer, new Uint8Array(await sheet.arrayBuffer()));
}

async function takeTable(turn: Turn, table: Table): Promise<ReportFormState> {
  const read = withHeads(table);
  const chosen = chosenColumns(turn.values);
  const columns = chooseColumns(read, chosen, await rememberedColumns(turn.viewer));
  if (!isComplete(columns)) return askColumns(turn, table, { read, columns });
  const taken = applySheet(read, columns, await placeOf(turn));
  if (taken.isOfSeveral) return answerWith(turn, turn.values, { problem: "sheet-several-students" });
  if (taken.isOfAnother) return answerWith(turn, turn.values, { problem: "sheet-other-student" });
  if (taken.days.length === 0)
    return answerWith(turn, turn.values, { problem: "sheet-nothing", notes: notesOf(turn, taken) });
  if (isComplete(chosen)) await rememberColumns(turn.viewer, chosen, turn.now);
  return answerWith(turn, withHours(turn.values, taken), { notes: notesOf(turn, taken) });
}

function chosenColumns(values: FormValues): SheetColumns {
  const given = columnRoles.map((role) => [role, textIn(values, `sheet.${role}`)] as const);
  return Object.fromEntries(given.filter(([, head]) => head !== ""));
}

function askColumns(
  turn: Turn,
  table: Table,
  { read, columns }: { readonly read: ReadSheet; readonly columns: SheetColumns },
): ReportFormState {
  const chosen = Object.fromEntries(Object.entries(columns).map(([role, head]) => [`sheet.${role}`, head]));
  const values = { ...turn.values, "sheet.text": writeTable(table), ...chosen };
  return answerWith(turn, values, { problem: "sheet-columns", heads: read.heads.filter((head) => head !== "") });
}

async function placeOf(turn: Turn) {
  const { viewer, state, now } = turn;
  const values = await withStudentNumber(turn);
  const options = (await findSchoolLocations(viewer)).map(locationOption);
  const value = textIn(values, "school.location");
  const own: LocationOption | undefined = options.find((option) => option.value === value) ?? options[0];
  const { firstDay = null, lastDay = now.today } = periodOf(values, now.today);
  const studentNumber = textIn(values, "student.number").replaceAll(/\D/g, "");
  return {
    firstDay,
    lastDay,
    counts: own?.counts ?? "lessons",
    lessons: own ?? usualLessons,
    periods: state.counting?.periods ?? [],
    studentNumber,
  };
}

/** Days in the sheet take the place of what stood there; a first day that nobody typed is the first of the sheet. */
function withHours(values: FormValues, { values: hours, days }: SheetHours): FormValues {
  const taken = new Set(days);
  const kept = Object.entries(values).filter(([name]) => !(hourField.test(name) && taken.has(name.slice(-10))));
  const first = textIn(values, "firstDay") === "" ? { firstDay: formatWrittenDay(calendarDate.parse(days[0])) } : {};
  const rest = Object.fromEntries(kept.filter(([name]) => !name.startsWith("sheet.")));
  return { ...rest, ...hours, ...first };
}

function notesOf({ locale }: Turn, { days, refused, others, isFromFirstLesson }: SheetHours): readonly string[] {
  const t = translatorFor(locale);
  const lines = refused.slice(0, 10).map(({ line, code }) => t(`hours.sheet.refused.${code}`, { line }));
  return [
    t("hours.sheet.taken", { days: days.length }),
    ...(others > 0 ? [t("hours.sheet.others", { rows: others })] : []),
    ...(isFromFirstLesson ? [t("hours.sheet.fromFirst")] : []),
    ...lines,
    ...(refused.length > 10 ? [t("hours.sheet.moreRefused", { rows: refused.length - 10 })] : []),
  ];
}

interface SheetAnswer {
  readonly problem?: string;
  /** Where in the sheet. Absent: everywhere. */
  readonly line?: number | undefined;
  readonly notes?: readonly string[];
  readonly heads?: readonly string[];
}

function answerWith(
  turn: Turn,
  values: FormValues,
  { problem, line = 1, notes = [], heads = [] }: SheetAnswer,
): ReportFormState {
  const { state, now, locale } = turn;
  const problems = problem === undefined ? [] : [{ code: problem, field: "sheet.text", facts: { line } }];
  return {
    ...state,
    step: "what",
    values,
    checked: null,
    period: hourPeriod(values, now.today),
    faults: faultsOf(problems, { values, today: now.today, locale }),
    sheet: { notes, heads },
  };
}
