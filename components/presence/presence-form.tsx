"use client";

import { ActionForm, fieldOf, type ProblemWords } from "@/components/account/action-form";
import { SelectField, type SelectOption, TextField } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormState } from "@/lib/web/form-state";

interface PresenceFormProps {
  readonly action: (state: FormState, form: FormData) => Promise<FormState>;
  readonly locations: readonly SelectOption[];
  /** Null: the own hours, so that nobody is asked whose. */
  readonly officers: readonly SelectOption[] | null;
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
          <SelectField
            {...fieldOf(state, "locationId")}
            label={words.location}
            prompt={words.choose}
            options={locations}
            width="full"
          />
          {officers === null ? null : (
            <SelectField
              {...fieldOf(state, "accountId")}
              label={words.officer}
              prompt={words.anybody}
              options={officers}
              width="full"
            />
          )}
          <div className="grid items-end gap-5 sm:grid-cols-3">
            <SelectField
              {...fieldOf(state, "weekday")}
              label={words.weekday}
              prompt={words.choose}
              options={days}
              width="full"
            />
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
