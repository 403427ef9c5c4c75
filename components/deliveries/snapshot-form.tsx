"use client";

import { ActionForm, errorAt, type ProblemWords } from "@/components/account/action-form";
import { Button } from "@/components/ui/button";
import { ChoiceGroup } from "@/components/ui/choice-group";
import { DateField } from "@/components/ui/date-field";
import { TextField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { type FormState, textOf, textsOf } from "@/lib/web/form-state";

type Word =
  | "day"
  | "dayHint"
  | "ageFrom"
  | "ageUntil"
  | "ageHint"
  | "municipalities"
  | "municipalitiesHint"
  | "columns"
  | "columnsHint"
  | "purpose"
  | "purposeHint"
  | "search"
  | "countedText"
  | "submit";

interface Choice {
  readonly value: string;
  readonly label: string;
}

interface SnapshotFormProps {
  readonly action: (state: FormState, form: FormData) => Promise<FormState>;
  readonly start: FormState;
  readonly municipalities: readonly Choice[];
  readonly columns: readonly Choice[];
  readonly words: Readonly<Record<Word, string>>;
  /** With COUNT where the number comes. */
  readonly counted: string;
  readonly problems: ProblemWords;
}

/** What a snapshot holds: who, on which day, what of them, and what for. Counting first makes nothing. */
export function SnapshotForm({ action, start, municipalities, columns, words, counted, problems }: SnapshotFormProps) {
  return (
    <ActionForm action={action} start={start} words={problems} labels={words}>
      {(state) => (
        <>
          <Counted state={state} counted={counted} text={words.countedText} />
          <DateField
            name="day"
            label={words.day}
            hint={words.dayHint}
            defaultValue={textOf(state, "day")}
            error={errorAt(state, "day")}
          />
          <AgeField name="ageFrom" state={state} label={words.ageFrom} hint={words.ageHint} />
          <AgeField name="ageUntil" state={state} label={words.ageUntil} hint={words.ageHint} />
          <ChoiceGroup
            kind="checkbox"
            name="municipalities"
            label={words.municipalities}
            hint={words.municipalitiesHint}
            choices={municipalities}
            chosen={textsOf(state, "municipalities")}
            error={errorAt(state, "municipalities")}
            columns={2}
          />
          <ChoiceGroup
            kind="checkbox"
            name="columns"
            label={words.columns}
            hint={words.columnsHint}
            choices={columns}
            chosen={textsOf(state, "columns")}
            error={errorAt(state, "columns")}
            columns={2}
          />
          <TextField
            name="purpose"
            label={words.purpose}
            hint={words.purposeHint}
            maxLength={200}
            defaultValue={textOf(state, "purpose")}
            error={errorAt(state, "purpose")}
          />
          <div className="flex flex-wrap gap-2.5">
            <SubmitButton look="main">{words.submit}</SubmitButton>
            <Button type="submit" name="search" value="1">
              {words.search}
            </Button>
          </div>
        </>
      )}
    </ActionForm>
  );
}

interface AgeFieldProps {
  readonly name: "ageFrom" | "ageUntil";
  readonly state: FormState;
  readonly label: string;
  readonly hint: string;
}

function AgeField({ name, state, label, hint }: AgeFieldProps) {
  return (
    <TextField
      name={name}
      label={label}
      hint={hint}
      inputMode="numeric"
      width="tiny"
      defaultValue={textOf(state, name)}
      error={errorAt(state, name)}
    />
  );
}

interface CountedProps {
  readonly state: FormState;
  readonly counted: string;
  readonly text: string;
}

function Counted({ state, counted, text }: CountedProps) {
  const count = state.found?.["count"]?.[0]?.value;
  if (count === undefined) return null;
  return (
    <Notice title={counted.replace("COUNT", count)} takesFocus={true}>
      <p>{text}</p>
    </Notice>
  );
}
