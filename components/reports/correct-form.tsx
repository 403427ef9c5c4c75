"use client";

import { useState } from "react";
import { useFormAction } from "@/components/layout/use-form-action";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DateField } from "@/components/ui/date-field";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SubmitButton } from "@/components/ui/submit-button";
import type { AbsenceTypeCode } from "@/lib/reports/absence-types";
import type { FormValues } from "@/lib/reports/form-values";
import type { Counting } from "@/lib/reports/threshold";
import { type FormState, filledForm } from "@/lib/web/form-state";
import { KeptForm, type KeptFormProps } from "./drafts/kept-form";
import { AboutFields } from "./form/about-fields";
import { ArrivalRows } from "./form/arrival-rows";
import { ContactFields } from "./form/contact-fields";
import { labelOfField } from "./form/fault-labels";
import { type FieldFault, fieldOf, type ReportFormState } from "./form/form-state";
import type { FormOffer, LocationOption } from "./form/form-text";
import { type HourPeriod, periodTyped } from "./form/hours-days";
import { HoursGrid } from "./form/hours-grid";
import { SchoolActionFields } from "./form/school-fields";
import { ThresholdLive } from "./form/threshold-live";
import { typedValues } from "./form/typed-values";

interface CorrectFormProps {
  readonly action: (state: FormState, form: FormData) => Promise<FormState>;
  readonly report: { readonly reference: string; readonly version: number };
  /** How the report stands now, as fields of the form. */
  readonly start: FormValues;
  /** The same with what was typed earlier and not sent. */
  readonly shown: FormValues;
  readonly kept: KeptFormProps;
  readonly asks: { readonly period: boolean; readonly hours: boolean; readonly arrivals: boolean };
  readonly period: HourPeriod;
  readonly location: LocationOption;
  /** Of which kind of absence it is, and what decides how its days count. */
  readonly type: AbsenceTypeCode;
  readonly counting: Counting;
  readonly offer: FormOffer;
  readonly text: { readonly button: string; readonly cancel: string };
}

/** Everything that a school may still change, as it stands now. */
export function CorrectForm(props: CorrectFormProps) {
  const { action, report, start, asks, offer, text } = props;
  const [answer, send] = useFormAction(action, filledForm(props.shown));
  const [period, setPeriod] = useState(() => periodTyped(props.shown, offer.today, props.period));
  const state = asReportForm(answer, props);
  const follow = (form: HTMLFormElement) => setPeriod(periodTyped(typedValues(form), offer.today, period));
  return (
    <form
      action={send}
      noValidate={true}
      onInput={(event) => follow(event.currentTarget)}
      className="grid gap-5 sm:gap-6"
    >
      <Faults state={state} offer={offer} />
      <input type="hidden" name="reference" value={report.reference} />
      <input type="hidden" name="version" value={report.version} />
      <input type="hidden" name="was" value={JSON.stringify(start)} />
      <input type="hidden" name="asks" value={asks.hours ? "hours" : asks.arrivals ? "arrivals" : "nothing"} />
      <input type="hidden" name="hasActions" value="yes" />
      <input type="hidden" name="type" value={props.type} />
      <input type="hidden" name="firstDay" value={String(start["firstDay"] ?? "")} />
      <Card>
        <div className="grid gap-7">
          {asks.period ? <LastDay state={state} offer={offer} /> : null}
          {asks.arrivals ? <ArrivalRows state={state} text={offer.text} /> : null}
          {asks.hours ? <HoursGrid state={state} text={offer.text} period={period} location={props.location} /> : null}
          <ThresholdLive state={state} offer={offer} lessons={props.location} />
          <AboutFields state={state} offer={offer} />
        </div>
      </Card>
      <SchoolActionFields state={state} offer={offer} />
      <ContactFields state={state} text={offer.text} hasStay={false} />
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton pendingText={offer.text.busy}>{text.button}</SubmitButton>
        <ButtonLink look="plain" href={`/meldingen/${report.reference}`}>
          {text.cancel}
        </ButtonLink>
      </div>
      <KeptForm {...props.kept} answer={answer} />
    </form>
  );
}

interface PartProps {
  readonly state: ReportFormState;
  readonly offer: FormOffer;
}

function LastDay({ state, offer: { text } }: PartProps) {
  return (
    <DateField
      {...fieldOf(state, "lastDay")}
      label={text.lastDay.label}
      optional={text.lastDay.optional}
      hint={text.lastDay.hint}
    />
  );
}

function Faults({ state, offer: { text } }: PartProps) {
  const items = state.faults.map(({ field, text: said }) => {
    const label = field === undefined ? null : labelOfField(field, text);
    return {
      field: field === "arrivals" ? "arrivals.0.day" : field,
      text: label === null ? said : `${label}: ${said}`,
    };
  });
  return (
    <ErrorSummary heading={text.error.heading} lead={text.error.lead} items={items} titlePrefix={text.error.prefix} />
  );
}

type Standing = Pick<CorrectFormProps, "start" | "shown" | "period" | "type" | "counting">;

function asReportForm(answer: FormState, { start, shown, period, type, counting }: Standing): ReportFormState {
  const isAnswered = answer.problems.length > 0;
  return {
    step: "what",
    values: { ...(isAnswered ? { reasonCode: start["reasonCode"] ?? "", ...answer.values } : shown), type },
    faults: answer.problems.map(({ field, sentence }): FieldFault => ({ field: onScreen(field), text: sentence })),
    isSignedOut: answer.signedOut,
    student: null,
    period,
    counting,
    checked: null,
    round: 0,
  };
}

/** A problem of the whole has no field; of the hours the whole grid is the field. */
function onScreen(path: string | undefined): string | undefined {
  const field = path?.replace(/^changes\.?/, "");
  if (field === undefined || field === "") return undefined;
  return field.startsWith("hours.") ? "hours" : field;
}
