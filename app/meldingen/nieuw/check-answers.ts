import { redirect } from "next/navigation";
import { z } from "zod";
import { destinationOf } from "@/components/reports/destination";
import { checkedGroups } from "@/components/reports/form/checked-groups";
import type { Checked, ReportFormState } from "@/components/reports/form/form-state";
import { fileWithPapers } from "@/lib/attachments/commands/file-with-papers.server";
import { makeSheet } from "@/lib/attachments/commands/make-sheet.server";
import { openOwnStudent } from "@/lib/directory/queries/own-student.server";
import { findSchoolLocations } from "@/lib/directory/queries.server";
import { messages } from "@/lib/i18n/messages";
import { translatorFor } from "@/lib/i18n/translator";
import { beginFollowUp } from "@/lib/reports/commands/begin-follow-up.server";
import { type CheckedReport, checkReport } from "@/lib/reports/commands/check-report.server";
import { stepOf } from "@/lib/reports/form-step";
import { problemsOfStep } from "@/lib/reports/form-steps";
import { type FormValues, textIn, textsIn } from "@/lib/reports/form-values";
import { fromForm } from "@/lib/reports/from-form";
import { type ReportInput, reportInput } from "@/lib/reports/input";
import { usualLessons } from "@/lib/reports/lesson-hours";
import { thresholdLines } from "@/lib/reports/threshold-words";
import { warningCodes } from "@/lib/reports/warnings";
import { newId } from "@/lib/shared/ids";
import { parseInput } from "@/lib/shared/parse-input";
import type { Problem } from "@/lib/shared/problem";
import { fail, ok, type Result } from "@/lib/shared/result";
import { orProblem, outcomeOf } from "@/lib/web/paper-upload.server";
import { faultsOf } from "./faults";
import { locationOption } from "./offer";
import { hourPeriod, type Turn } from "./turn";

/** From the answers to the page that is read before sending; or back to the step where something must be mended. */
export async function checkAnswers(asked: Turn): Promise<ReportFormState> {
  const turn = { ...asked, values: withoutOverlap(asked.values) };
  const read = await readAnswers(turn);
  if (!read.ok) return refused(turn, read.problems);
  const submission = submissionOf(turn.values);
  const first = await checkReport(turn.viewer, read.value, turn.now, submission);
  const overlap = first.ok ? null : overlapIn(first.problems);
  const checked =
    overlap === null ? first : await checkReport(turn.viewer, { ...read.value, separate: true }, turn.now, submission);
  if (!checked.ok) return refused(turn, checked.problems);
  const values = overlap === null ? turn.values : { ...turn.values, overlapReference: overlap };
  return { ...turn.state, values, step: "check", checked: await present(turn, read.value, checked.value) };
}

/** Files what was checked. What was sent already is not sent again. */
export async function sendAnswers(turn: Turn, onward: typeof sentPage): Promise<ReportFormState> {
  const read = await readAnswers(turn);
  if (!read.ok) return refused(turn, read.problems);
  const sending = { ...submissionOf(turn.values), papers: textsIn(turn.values, "papers") };
  const filed = await fileWithPapers(turn.viewer, read.value, turn.now, sending);
  if (!filed.ok) return refused(turn, filed.problems);
  const { report, papersGone } = filed.value;
  const sheet = textIn(turn.values, "papers.sheet") === "" ? [] : [await sheetOf(turn, report.reference)];
  const faults = papersGone === 0 ? [] : [fail({ code: "papers-gone" })];
  redirect(onward(report.reference, outcomeOf([...sheet, ...faults])));
}

/** The report stands by now; whether its sheet could be made, its page says. */
function sheetOf({ viewer, now }: Turn, reference: string) {
  return orProblem(() => makeSheet(viewer, { reference, format: "pdf" }, now));
}

export async function readAnswers(turn: Turn): Promise<Result<ReportInput>> {
  const { values, now } = turn;
  const given = fromForm(await withStudentNumber(turn), now.today);
  const parsed = parseInput(reportInput, given);
  const steps = ["who", "what"] as const;
  const problems = steps.flatMap((step) => problemsOfStep(step, parsed, values, now));
  if (problems.length > 0) return fail(...problems);
  return parsed.ok ? ok(parsed.value) : parsed;
}

/** Who was found by name carries no number, and a follow-up neither: it is of the student of the earlier report. */
export async function withStudentNumber({
  viewer,
  values,
  now,
}: Pick<Turn, "viewer" | "values" | "now">): Promise<FormValues> {
  const chosen = textIn(values, "student.id");
  if (chosen !== "") return { ...values, "student.number": (await openOwnStudent(viewer, now, chosen)).number };
  const followUpTo = textIn(values, "followUpTo");
  if (followUpTo === "" || textIn(values, "student.number") !== "") return values;
  const { studentNumber } = await beginFollowUp(viewer, followUpTo, now);
  return { ...values, "student.number": studentNumber };
}

export function refused(turn: Turn, problems: readonly Problem[]): ReportFormState {
  const { state, values, now, locale } = turn;
  const known = problems.find(({ code }) => code === "already-filed")?.facts?.["reference"];
  if (known !== undefined) redirect(sentPage(String(known)));
  const overlap = overlapIn(problems);
  if (overlap !== null) {
    const faults = [{ field: "overlap", text: messages[locale].reports.form.overlap.missing }];
    return { ...state, step: "check", values: { ...values, overlapReference: overlap }, faults };
  }
  const isAboutWho = problems.some(({ field }) => field !== undefined && stepOf(field) === "who");
  const step = isAboutWho ? "who" : "what";
  const ofStep = problems.filter(({ field }) => field === undefined || stepOf(field) === step);
  const faults = faultsOf(ofStep, { values, today: now.today, locale });
  return { ...state, step, faults, period: hourPeriod(values, now.today) };
}

function overlapIn(problems: readonly Problem[]): string | null {
  const found = problems.find(({ code }) => code === "overlapping-report");
  return found === undefined ? null : String(found.facts?.["reference"] ?? "");
}

/** The days may have changed since; whether there is an overlap is asked anew. */
function withoutOverlap(values: FormValues): FormValues {
  const { overlap: _answer, overlapReference: _reference, ...rest } = values;
  return rest;
}

async function present(turn: Turn, input: ReportInput, report: CheckedReport): Promise<Checked> {
  const { viewer, state, locale } = turn;
  const t = translatorFor(locale);
  const { sector, location } = input.school;
  const options = (await findSchoolLocations(viewer)).map(locationOption);
  const own = options.find(({ value }) => value === `${sector}:${location}`);
  const names = {
    student: [state.student?.name, state.student?.about].filter(Boolean).join(", "),
    location: own?.label ?? location,
    lessons: own ?? usualLessons,
  };
  return {
    groups: checkedGroups(input, names, { t, locale }),
    destination: destinationOf(report.assignment, t, locale),
    threshold: thresholdSentences(report.threshold, turn),
    canMakeSheet: (input.hours ?? input.arrivals ?? []).length > 0,
    warnings: report.warnings.map((code) =>
      code === "type-does-not-fit" ? t("reports.check.typeDoesNotFit") : warningCodes[code][locale],
    ),
  };
}

function thresholdSentences(threshold: CheckedReport["threshold"], { locale, now: { today } }: Turn) {
  if (threshold === null) return [];
  return thresholdLines(threshold, { text: messages[locale].hours.threshold, locale, today, isFiled: false });
}

/** Made when the form was opened. A form without one is not ours and gets a new one. */
function submissionOf(values: FormValues): { readonly id: string } {
  const given = z.uuid().safeParse(textIn(values, "submissionId"));
  return { id: given.success ? given.data : newId() };
}

export function sentPage(reference: string, papers = new URLSearchParams()): string {
  return `/meldingen/${reference}?${new URLSearchParams([["verstuurd", "1"], ...papers])}`;
}

/** One after the other: the form again, for the next student; unless the page of this one has something to say. */
export function nextPage(reference: string, papers = new URLSearchParams()): string {
  if (papers.has("fout")) return sentPage(reference, papers);
  return `/meldingen/nieuw?${new URLSearchParams({ na: reference })}`;
}
