"use client";

import { useRef } from "react";
import { FilingPapers } from "@/components/attachments/filing-papers";
import type { DraftPaperLine } from "@/components/attachments/upload-list";
import { useFilingPapers } from "@/components/attachments/use-filing-papers";
import { useAnyFormAction } from "@/components/layout/use-form-action";
import { DraftKeeper } from "@/components/reports/drafts/draft-keeper";
import { SendAgain } from "@/components/reports/drafts/send-again";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { FocusOnArrival } from "@/components/ui/focus-on-arrival";
import { Steps } from "@/components/ui/steps";
import { SubmitButton } from "@/components/ui/submit-button";
import { formSteps } from "@/lib/reports/form-step";
import { type FormValues, textIn } from "@/lib/reports/form-values";
import { readFields } from "@/lib/web/form-fields";
import { CarriedFields } from "./carried-fields";
import type { ReportFormState } from "./form-state";
import type { FormOffer, FormText } from "./form-text";
import { StepCheck } from "./step-check";
import { StepWhat } from "./step-what";
import { StepWho } from "./step-who";

interface ReportFormProps {
  readonly action: (state: ReportFormState, form: FormData) => Promise<ReportFormState>;
  readonly start: ReportFormState;
  readonly offer: FormOffer;
  /** What was added when the draft was left. */
  readonly papers: readonly DraftPaperLine[];
}

const parts = { who: StepWho, what: StepWhat, check: StepCheck } as const;

const ways = {
  /** The same step with all that was typed in it. */
  unsent: (state: ReportFormState, form: FormData, text: string): ReportFormState => ({
    ...state,
    values: readFields(form),
    faults: [{ text }],
    isSignedOut: false,
    round: state.round + 1,
  }),
  /** What was typed, comes with the form itself. */
  known: (state: ReportFormState): ReportFormState => ({ ...state, values: {}, faults: [] }),
};

/** Three steps at one address. Each is a plain form that posts, so it all works without script. */
export function ReportForm({ action, start, offer, papers: startPapers }: ReportFormProps) {
  const [state, send] = useAnyFormAction(action, start, ways);
  const form = useRef<HTMLFormElement>(null);
  const papers = useFilingPapers(form, startPapers, offer.papers);
  const { text } = offer;
  const { step } = state;
  const Part = parts[step];
  return (
    <form ref={form} action={send} onSubmit={papers.hold} noValidate={true} className="grid gap-5 sm:gap-6">
      <StepHeading state={state} text={text} />
      <Faults state={state} text={text} />
      <div key={state.round} className="grid gap-5 sm:gap-6">
        <input type="hidden" name="step" value={step} />
        <CarriedFields values={state.values} step={step} />
        {/* Enter in a field does what the big button does, not what the first small one does. */}
        {step === "check" ? null : (
          <button type="submit" name="go" value="next" tabIndex={-1} aria-hidden="true" className="sr-only" />
        )}
        {papers.papers.map(({ id }) => (
          <input key={id} type="hidden" name="papers" value={id} />
        ))}
        <Part state={state} offer={offer} />
        {step === "check" ? <FilingPapers state={papers} offer={offer.papers} sheet={sheetChoice(state)} /> : null}
        <StepButtons state={state} offer={offer} />
      </div>
      <DraftKeeper start={markIn(state.values)} round={state.round} text={offer.drafts.keeper} />
    </form>
  );
}

function sheetChoice({ checked, values }: ReportFormState) {
  return checked?.canMakeSheet ? { isChosen: textIn(values, "papers.sheet") !== "" } : null;
}

function markIn(values: FormValues) {
  return {
    id: textIn(values, "submissionId"),
    version: textIn(values, "draftVersion"),
    page: textIn(values, "draftPage"),
  };
}

interface PartProps {
  readonly state: ReportFormState;
  readonly text: FormText;
}

/** The name of the step takes the focus when the step comes, unless there is something to mend. */
function StepHeading({ state, text }: PartProps) {
  const current = formSteps.indexOf(state.step);
  const names = formSteps.map((step) => text.steps[step]);
  const heading = (
    <h2 className="sr-only">
      {text.stepWord} {current + 1}: {text.steps[state.step]}
    </h2>
  );
  const isNew = state.round > 0 && state.faults.length === 0;
  return (
    <div className="grid gap-3">
      {isNew ? <FocusOnArrival key={`${state.step} ${state.round}`}>{heading}</FocusOnArrival> : heading}
      <Steps label={text.stepsLabel} doneText={text.stepDone} steps={names} current={current} />
      {state.step === "check" ? <p className="text-ink-soft">{text.checkLead}</p> : null}
    </div>
  );
}

/** Groups have no field of their own name; their first field is where one mends them. */
const anchors: Readonly<Record<string, string>> = { arrivals: "arrivals.0.day" };

function Faults({ state, text }: PartProps) {
  const items = state.faults.map((fault) => ({
    text: fault.label === undefined ? fault.text : `${fault.label}: ${fault.text}`,
    field: fault.field === undefined ? undefined : (anchors[fault.field] ?? fault.field),
  }));
  return (
    <div className="grid gap-3 empty:hidden">
      {items.length === 0 ? null : (
        <ErrorSummary
          key={state.round}
          heading={text.error.heading}
          lead={text.error.lead}
          items={items}
          titlePrefix={text.error.prefix}
        />
      )}
      {state.isSignedOut ? (
        <SendAgain key={state.round} button={textIn(state.values, "go")}>
          <a href="/inloggen?terug=/meldingen" target="_blank" rel="noreferrer" className="font-semibold">
            {text.error.signIn}
          </a>
        </SendAgain>
      ) : null}
    </div>
  );
}

function StepButtons({ state: { step }, offer }: { readonly state: ReportFormState; readonly offer: FormOffer }) {
  const { text } = offer;
  return (
    <div className="flex flex-wrap items-center gap-3">
      {step === "check" ? (
        <LastButton offer={offer} />
      ) : (
        <SubmitButton name="go" value="next" pendingText={text.busy}>
          {text.next}
        </SubmitButton>
      )}
      {step === "who" ? null : (
        <Button type="submit" name="go" value={step === "what" ? "to-who" : "to-what"} look="plain">
          {text.back}
        </Button>
      )}
    </div>
  );
}

/** Who may not send makes it ready for a colleague who may. */
function LastButton({ offer: { text, drafts, maySend } }: { readonly offer: FormOffer }) {
  return maySend ? (
    <>
      <SubmitButton name="go" value="send" pendingText={text.sending}>
        {text.send}
      </SubmitButton>
      <SubmitButton name="go" value="send-next" look="secondary" pendingText={text.sending}>
        {text.sendNext}
      </SubmitButton>
    </>
  ) : (
    <SubmitButton name="go" value="hand-in" pendingText={drafts.form.handingIn}>
      {drafts.form.handIn}
    </SubmitButton>
  );
}
