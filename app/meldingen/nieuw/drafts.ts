import { redirect } from "next/navigation";
import type { ReportFormState } from "@/components/reports/form/form-state";
import { openOwnStudent } from "@/lib/directory/queries/own-student.server";
import { findOwnStudent } from "@/lib/directory/queries.server";
import type { OwnStudent } from "@/lib/directory/views";
import type { SchoolViewer } from "@/lib/identity/viewer";
import { beginFollowUp } from "@/lib/reports/commands/begin-follow-up.server";
import { handInDraft } from "@/lib/reports/commands/hand-in-draft.server";
import { type OpenedDraft, openDraft } from "@/lib/reports/commands/open-draft.server";
import { saveDraft } from "@/lib/reports/commands/save-draft.server";
import { draftFrom, draftInput, type KeptDraft } from "@/lib/reports/draft";
import { readStep } from "@/lib/reports/form-step";
import { textIn } from "@/lib/reports/form-values";
import { findCounting } from "@/lib/reports/queries/standing.server";
import { parseInput } from "@/lib/shared/parse-input";
import { NotFound } from "@/lib/shared/problem";
import { checkAnswers, readAnswers, refused, sentPage } from "./check-answers";
import { faultsOf } from "./faults";
import { aboutStudent, goOnWith } from "./find-student";
import { emptyReportForm } from "./start";
import { hourPeriod, type Turn } from "./turn";

/** Keeps what was typed and leaves the form, for who has no script or goes on later. */
export function keepForLater(turn: Turn): Promise<ReportFormState> {
  return keepAndGo(turn, ({ kind }) => `/meldingen?concept=${keptWords[kind]}`);
}

/** Keeps what was typed while who has no script chooses a sheet on a page of its own. */
export function keepForSheet(turn: Turn): Promise<ReportFormState> {
  return keepAndGo(turn, ({ id }) => `/meldingen/nieuw/urenbestand?concept=${id}`);
}

type StillDraft = Exclude<KeptDraft, { readonly kind: "sent" }>;

async function keepAndGo(turn: Turn, onward: (kept: StillDraft) => string): Promise<ReportFormState> {
  const { viewer, values, state, now, locale } = turn;
  const draft = parseInput(draftInput, draftFrom(values));
  if (!draft.ok) return { ...state, faults: faultsOf(draft.problems, { values, today: now.today, locale }) };
  const kept = await saveDraft(viewer, draft.value, now);
  redirect(kept.kind === "sent" ? sentPage(kept.reference) : onward(kept));
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
  const state = step === "who" ? null : await withStudent(turn);
  if (state === null) return { draft, start };
  return { draft, start: step === "check" ? await checkAnswers({ ...turn, state }) : state };
}

/** The second step for the student whom the words name; null: nobody, or nobody of the own school any more. */
async function withStudent(turn: Turn): Promise<ReportFormState | null> {
  const { viewer, values, now, locale } = turn;
  const student = await studentOf(turn);
  if (student !== null) return goOnWith(turn, student);
  const followed = await found(() => beginFollowUp(viewer, textIn(values, "followUpTo"), now));
  if (followed === null) return null;
  const { student: known, location } = followed;
  return {
    ...turn.state,
    step: "what",
    student: { name: known.name, about: aboutStudent(known, now.today, locale) },
    counting: await findCounting(viewer, now, { studentId: known.id, locationId: location.id }),
    period: hourPeriod(values, now.today),
  };
}

async function studentOf({ viewer, values, now }: Turn): Promise<OwnStudent | null> {
  const [chosen, number] = [textIn(values, "student.id"), textIn(values, "student.number")];
  if (chosen !== "") return (await found(() => openOwnStudent(viewer, now, chosen)))?.student ?? null;
  const answer = number === "" ? null : await findOwnStudent(viewer, now, number);
  return answer?.ok ? answer.value : null;
}

async function found<Value>(find: () => Promise<Value>): Promise<Value | null> {
  try {
    return await find();
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}
