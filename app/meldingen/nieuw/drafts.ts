import { redirect } from "next/navigation";
import type { ReportFormState } from "@/components/reports/form/form-state";
import { findOwnStudent } from "@/lib/directory/queries.server";
import type { SchoolViewer } from "@/lib/identity/viewer";
import { beginFollowUp } from "@/lib/reports/commands/begin-follow-up.server";
import { handInDraft } from "@/lib/reports/commands/hand-in-draft.server";
import { type OpenedDraft, openDraft } from "@/lib/reports/commands/open-draft.server";
import { saveDraft } from "@/lib/reports/commands/save-draft.server";
import { draftFrom, draftInput } from "@/lib/reports/draft";
import { readStep } from "@/lib/reports/form-step";
import { textIn } from "@/lib/reports/form-values";
import { NotFound } from "@/lib/shared/problem";
import { parseInput } from "@/lib/web/parse-input";
import { checkAnswers, readAnswers, refused, sentPage } from "./check-answers";
import { faultsOf } from "./faults";
import { aboutStudent } from "./find-student";
import { emptyReportForm } from "./start";
import { hourPeriod, type Turn } from "./turn";

/** Keeps what was typed and leaves the form, for who has no script or goes on later. */
export async function keepForLater(turn: Turn): Promise<ReportFormState> {
  const { viewer, values, state, now, locale } = turn;
  const draft = parseInput(draftInput, draftFrom(values));
  if (!draft.ok) return { ...state, faults: faultsOf(draft.problems, { values, today: now.today, locale }) };
  const kept = await saveDraft(viewer, draft.value, now);
  redirect(kept.kind === "sent" ? sentPage(kept.reference) : `/meldingen?concept=${keptWords[kept.kind]}`);
}

const keptWords = { saved: "bewaard", copied: "apart" } as const;

/** Makes what was checked ready for a colleague who may send it. */
export async function handIn(turn: Turn): Promise<ReportFormState> {
  const read = await readAnswers(turn);
  if (!read.ok) return refused(turn, read.problems);
  const draft = parseInput(draftInput, draftFrom(turn.values));
  if (!draft.ok) return refused(turn, draft.problems);
  const done = await handInDraft(turn.viewer, { draft: draft.value, report: read.value }, turn.now);
  if (!done.ok) return refused(turn, done.problems);
  redirect("/meldingen?concept=klaargezet");
}

export interface Resumed {
  readonly draft: OpenedDraft;
  readonly start: ReportFormState;
}

/** The form as it was left, with what the register knows now; null: there is no such draft any more. */
export async function resume(
  viewer: SchoolViewer,
  id: string,
  asked: Pick<Turn, "now" | "locale">,
): Promise<Resumed | null> {
  const draft = await found(() => openDraft(viewer, id, asked.now));
  if (draft === null) return null;
  const empty = emptyReportForm();
  const values = { ...empty.values, ...draft.words, submissionId: id, draftVersion: String(draft.version) };
  const start = { ...empty, values };
  const step = readStep(textIn(values, "step"));
  const turn = { ...asked, viewer, values, state: start };
  const student = step === "who" ? null : await studentOf(turn);
  if (student === null) return { draft, start };
  const state = { ...start, step: "what", student, period: hourPeriod(values, asked.now.today) } as const;
  return { draft, start: step === "check" ? await checkAnswers({ ...turn, state }) : state };
}

async function studentOf({ viewer, values, now, locale }: Turn): Promise<ReportFormState["student"]> {
  const followUpTo = textIn(values, "followUpTo");
  const number = textIn(values, "student.number");
  const student =
    number === ""
      ? ((await found(() => beginFollowUp(viewer, followUpTo, now)))?.student ?? null)
      : await ownStudent({ viewer, now }, number);
  return student === null ? null : { name: student.name, about: aboutStudent(student, now.today, locale) };
}

async function ownStudent({ viewer, now }: Pick<Turn, "viewer" | "now">, number: string) {
  const answer = await findOwnStudent(viewer, now, number);
  return answer.ok ? answer.value : null;
}

async function found<Value>(find: () => Promise<Value>): Promise<Value | null> {
  try {
    return await find();
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}
