import { headers } from "next/headers";
import { getLocale } from "next-intl/server";
import type { ReportFormState } from "@/components/reports/form/form-state";
import { findViewer } from "@/lib/identity/viewer.server";
import { type FormStep, readStep } from "@/lib/reports/form-step";
import { type FormValues, textIn, textsIn } from "@/lib/reports/form-values";
import { withoutEmptyRows } from "@/lib/reports/from-form";
import { now } from "@/lib/shared/clock";
import { NotAllowed, type Problem } from "@/lib/shared/problem";
import { within } from "@/lib/web/deadline";
import { formPatienceMilliseconds, problemOfFailure } from "@/lib/web/form-refusal.server";
import { checkAnswers, nextPage, sendAnswers, sentPage } from "./check-answers";
import { handIn, keepForLater, keepForSheet } from "./drafts";
import { faultsOf } from "./faults";
import { fitType } from "./fit-type";
import { takeSheet, withAllLessons, withoutLessons } from "./hours-step";
import { answerWho } from "./search-student";
import { hourPeriod, type Turn } from "./turn";
import { fillTemplate } from "./use-template";

/** Answers one press of a button with the form as it stands then; nothing typed is ever lost on the way. */
export async function takeStep(before: ReportFormState, fields: FormValues, sheet?: File): Promise<ReportFormState> {
  const values = withoutEmptyRows(fields);
  const moment = now();
  const locale = await getLocale();
  const state = { ...stay(before, values), step: readStep(textIn(values, "step")) };
  const refuse = (problem: Problem): ReportFormState => ({
    ...state,
    period: hourPeriod(values, moment.today),
    faults: faultsOf([problem], { values, today: moment.today, locale }),
    isSignedOut: problem.code === "signed-out",
  });
  const asWhoItIs = async (): Promise<ReportFormState> => {
    const viewer = await findViewer();
    if (viewer === null) return refuse({ code: "signed-out" });
    if (viewer.kind !== "school") throw new NotAllowed("report:file");
    return await answer({ viewer, state, values, now: moment, locale, sheet });
  };
  try {
    return await within(await patience(), asWhoItIs());
  } catch (error) {
    return refuse(problemOfFailure(error));
  }
}

/** Without script the page is made after the answer, and asks once more who is there: both must fit in the time. */
async function patience(): Promise<number> {
  const isByScript = (await headers()).has("next-action");
  return isByScript ? formPatienceMilliseconds : formPatienceMilliseconds / 2;
}

function stay(state: ReportFormState, values: FormValues): ReportFormState {
  return { ...state, values, faults: [], sheet: null, isSignedOut: false, round: state.round + 1 };
}

async function answer(turn: Turn): Promise<ReportFormState> {
  switch (textIn(turn.values, "go")) {
    case "to-who":
      return goTo("who", turn);
    case "to-what":
      return goTo("what", turn);
    case "days":
      return goTo("what", turn);
    case "all-lessons":
      return goTo("what", { ...turn, values: withAllLessons(turn) });
    case "no-lessons":
      return goTo("what", { ...turn, values: withoutLessons(turn.values) });
    case "sheet":
      return takeSheet(turn);
    case "add-arrival":
      return goTo("what", { ...turn, values: withAnotherArrival(turn.values) });
    case "template":
      return fillTemplate(turn);
    case "fit":
      return fitType(turn);
    case "send":
      return sendAnswers(turn, sentPage);
    case "send-next":
      return sendAnswers(turn, nextPage);
    case "hand-in":
      return handIn(turn);
    case "save-draft":
      return keepForLater(turn);
    case "sheet-file":
      return keepForSheet(turn);
    default:
      return turn.state.step === "who" ? answerWho(turn) : checkAnswers(turn);
  }
}

function goTo(step: FormStep, { state, values, now: { today } }: Turn): ReportFormState {
  return { ...state, values, step, checked: null, period: hourPeriod(values, today) };
}

function withAnotherArrival(values: FormValues): FormValues {
  const withOne = (name: string) => {
    const rows = textsIn(values, name);
    return [...(rows.length === 0 ? [""] : rows), ""];
  };
  return {
    ...values,
    "arrivals.day": withOne("arrivals.day"),
    "arrivals.minutes": withOne("arrivals.minutes"),
  };
}
