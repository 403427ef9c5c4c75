"use client";

import { ActionForm, fieldOf, type ProblemWords } from "@/components/account/action-form";
import { DateField } from "@/components/ui/date-field";
import { SelectField, type SelectOption, TextField } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormState } from "@/lib/web/form-state";

interface Asked {
  readonly label: string;
  readonly hint: string;
}

interface PeriodFormProps {
  readonly action: (state: FormState, form: FormData) => Promise<FormState>;
  readonly kinds: readonly SelectOption[];
  readonly locations: readonly SelectOption[];
  readonly words: {
    readonly problems: ProblemWords;
    readonly kind: string;
    readonly choose: string;
    readonly location: string;
    readonly allLocations: string;
    readonly optional: string;
    readonly group: Asked;
    readonly programmeCode: Asked;
    readonly firstDay: Asked;
    readonly lastDay: Asked;
    readonly name: Asked;
    readonly submit: string;
  };
}

/** A period for the whole school or a part of it. */
export function PeriodForm({ action, kinds, locations, words }: PeriodFormProps) {
  const labels = {
    kind: words.kind,
    locationId: words.location,
    group: words.group.label,
    programmeCode: words.programmeCode.label,
    firstDay: words.firstDay.label,
    lastDay: words.lastDay.label,
    name: words.name.label,
  };
  return (
    <ActionForm action={action} words={words.problems} labels={labels}>
      {(state) => (
        <>
          <div className="grid gap-5 lg:grid-cols-2">
            <SelectField {...fieldOf(state, "kind")} label={words.kind} prompt={words.choose} options={kinds} />
            <SelectField
              {...fieldOf(state, "locationId")}
              label={words.location}
              prompt={words.allLocations}
              options={locations}
            />
          </div>
          <div className="grid gap-5 lg:grid-cols-2">
            <DateField {...fieldOf(state, "firstDay")} {...words.firstDay} />
            <DateField {...fieldOf(state, "lastDay")} {...words.lastDay} />
          </div>
          <div className="grid gap-5 lg:grid-cols-2">
            <Words state={state} name="group" asked={words.group} optional={words.optional} />
            <Words state={state} name="programmeCode" asked={words.programmeCode} optional={words.optional} />
          </div>
          <Words state={state} name="name" asked={words.name} optional={words.optional} />
          <div>
            <SubmitButton look="secondary">{words.submit}</SubmitButton>
          </div>
        </>
      )}
    </ActionForm>
  );
}

interface WordsProps {
  readonly state: FormState;
  readonly name: string;
  readonly asked: Asked;
  readonly optional: string;
}

function Words({ state, name, asked, optional }: WordsProps) {
  return <TextField {...fieldOf(state, name)} {...asked} optional={optional} width="long" autoComplete="off" />;
}
