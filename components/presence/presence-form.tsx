"use client";

import { ActionForm, errorAt, fieldOf, type ProblemWords } from "@/components/account/action-form";
import { SelectField, type SelectOption, TextField } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { type FormState, textOf } from "@/lib/web/form-state";

interface PresenceFormProps {
  readonly action: (state: FormState, form: FormData) => Promise<FormState>;
  readonly locations: readonly SelectOption[];
  readonly officers: readonly SelectOption[];
  readonly days: readonly SelectOption[];
  readonly words: {
    readonly problems: ProblemWords;
    readonly choose: string;
    readonly location: string;
    readonly officer: string;
    readonly anybody: string;
    readonly weekday: string;
    readonly from: string;
    readonly until: string;
    readonly timeHint: string;
    readonly place: string;
    readonly placeHint: string;
    readonly optional: string;
    readonly submit: string;
  };
}

/** Where, who, and when in the week. */
export function PresenceForm({ action, locations, officers, days, words }: PresenceFormProps) {
  const labels = {
    locationId: words.location,
    accountId: words.officer,
    weekday: words.weekday,
    from: words.from,
    until: words.until,
    place: words.place,
  };
  return (
    <ActionForm action={action} words={words.problems} labels={labels}>
      {(state) => (
        <>
          <Choice state={state} name="locationId" label={words.location} prompt={words.choose} options={locations} />
          <Choice state={state} name="accountId" label={words.officer} prompt={words.anybody} options={officers} />
          <div className="grid items-end gap-5 sm:grid-cols-3">
            <Choice state={state} name="weekday" label={words.weekday} prompt={words.choose} options={days} />
            <TextField {...fieldOf(state, "from")} label={words.from} hint={words.timeHint} autoComplete="off" />
            <TextField {...fieldOf(state, "until")} label={words.until} hint={words.timeHint} autoComplete="off" />
          </div>
          <TextField
            {...fieldOf(state, "place")}
            label={words.place}
            hint={words.placeHint}
            optional={words.optional}
            autoComplete="off"
          />
          <div>
            <SubmitButton look="secondary">{words.submit}</SubmitButton>
          </div>
        </>
      )}
    </ActionForm>
  );
}

interface ChoiceProps {
  readonly state: FormState;
  readonly name: "locationId" | "accountId" | "weekday";
  readonly label: string;
  readonly prompt: string;
  readonly options: readonly SelectOption[];
}

function Choice({ state, name, label, prompt, options }: ChoiceProps) {
  return (
    <SelectField
      name={name}
      label={label}
      prompt={prompt}
      options={options}
      width="full"
      error={errorAt(state, name)}
      defaultValue={textOf(state, name)}
    />
  );
}
