"use client";

import { ActionForm, fieldOf, type ProblemWords } from "@/components/account/action-form";
import { DateField } from "@/components/ui/date-field";
import { SelectField, type SelectOption, TextField } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { type FieldValues, type FormState, filledForm } from "@/lib/web/form-state";

interface Asked {
  readonly label: string;
  readonly hint: string;
}

interface TermFormProps {
  readonly action: (state: FormState, form: FormData) => Promise<FormState>;
  readonly start: FieldValues;
  readonly municipalities: readonly SelectOption[];
  readonly types: readonly SelectOption[];
  readonly words: {
    readonly problems: ProblemWords;
    readonly municipality: string;
    readonly allMunicipalities: string;
    readonly type: string;
    readonly allTypes: string;
    readonly from: Asked;
    readonly days: Readonly<Record<(typeof dayFields)[number], Asked>>;
    readonly optional: string;
    readonly submit: string;
  };
}

const dayFields = ["firstReactionDays", "nextReactionDays", "closingDays"] as const;

/** From when on an office promises what, for all of its reports or a part of them. */
export function TermForm({ action, start, municipalities, types, words }: TermFormProps) {
  const labels = {
    municipalityCode: words.municipality,
    type: words.type,
    from: words.from.label,
    ...Object.fromEntries(dayFields.map((name) => [name, words.days[name].label])),
  };
  return (
    <ActionForm action={action} start={filledForm(start)} words={words.problems} labels={labels}>
      {(state) => (
        <>
          <div className="grid gap-5 lg:grid-cols-2">
            <SelectField
              {...fieldOf(state, "municipalityCode")}
              label={words.municipality}
              prompt={words.allMunicipalities}
              options={municipalities}
            />
            <SelectField {...fieldOf(state, "type")} label={words.type} prompt={words.allTypes} options={types} />
          </div>
          <DateField {...fieldOf(state, "from")} label={words.from.label} hint={words.from.hint} />
          {dayFields.map((name) => (
            <TextField
              key={name}
              {...fieldOf(state, name)}
              label={words.days[name].label}
              hint={words.days[name].hint}
              optional={words.optional}
              inputMode="numeric"
              width="tiny"
              autoComplete="off"
            />
          ))}
          <div>
            <SubmitButton look="secondary">{words.submit}</SubmitButton>
          </div>
        </>
      )}
    </ActionForm>
  );
}
