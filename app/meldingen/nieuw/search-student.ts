import type { FoundStudent, ReportFormState } from "@/components/reports/form/form-state";
import { openOwnStudent } from "@/lib/directory/queries/own-student.server";
import { searchOwnStudents } from "@/lib/directory/queries.server";
import { readStudentSearch } from "@/lib/directory/student-search";
import type { OwnStudent } from "@/lib/directory/views";
import { formatWrittenDay } from "@/lib/i18n/format";
import { messages } from "@/lib/i18n/messages";
import { translatorFor } from "@/lib/i18n/translator";
import { textIn } from "@/lib/reports/form-values";
import { aboutStudent, findStudent, goOnWith } from "./find-student";
import type { Turn } from "./turn";

const field = "student.search";
const pick = "pick:";

/** The first step: a number, words to look for, or one of those who were found. */
export async function answerWho(turn: Turn): Promise<ReportFormState> {
  const go = textIn(turn.values, "go");
  if (go.startsWith(pick)) return pickStudent(turn, go.slice(pick.length));
  const isSearch =
    go === "search" || (textIn(turn.values, "student.number") === "" && textIn(turn.values, field) !== "");
  return isSearch ? searchStudents(turn) : findStudent(turn);
}

async function pickStudent(turn: Turn, id: string): Promise<ReportFormState> {
  const { student } = await openOwnStudent(turn.viewer, turn.now, id);
  const { [field]: _sought, "student.number": _number, ...rest } = turn.values;
  return goOnWith({ ...turn, values: { ...rest, "student.id": student.id } }, student);
}

async function searchStudents(turn: Turn): Promise<ReportFormState> {
  const { viewer, state, values, now, locale } = turn;
  const text = textIn(values, field);
  if (readStudentSearch(text) === null) {
    return { ...state, faults: [{ field, text: messages[locale].who.search.tooLittle }] };
  }
  const students = await searchOwnStudents(viewer, now, text);
  return { ...state, found: students.map((student) => foundStudent(student, turn)) };
}

function foundStudent(student: OwnStudent, { now, locale }: Turn): FoundStudent {
  const born = translatorFor(locale)("who.search.born", { day: formatWrittenDay(student.birthDate) });
  return {
    id: student.id,
    name: student.name,
    about: `${aboutStudent(student, now.today, locale)}, ${born}`,
    location: student.location.name,
  };
}
