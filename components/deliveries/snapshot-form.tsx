"use client";

import { ActionForm, choiceOf, fieldOf, type ProblemWords } from "@/components/account/action-form";
import { Button } from "@/components/ui/button";
import { ChoiceGroup } from "@/components/ui/choice-group";
import { DateField } from "@/components/ui/date-field";
import { TextField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormState } from "@/lib/web/form-state";

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
          <DateField {...fieldOf(state, "day")} label={words.day} hint={words.dayHint} />
          <AgeField name="ageFrom" state={state} label={words.ageFrom} hint={words.ageHint} />
          <AgeField name="ageUntil" state={state} label={words.ageUntil} hint={words.ageHint} />
          <ChoiceGroup
            kind="checkbox"
            {...choiceOf(state, "municipalities")}
            label={words.municipalities}
            hint={words.municipalitiesHint}
            choices={municipalities}
            columns={2}
          />
          <ChoiceGroup
            kind="checkbox"
            {...choiceOf(state, "columns")}
            label={words.columns}
            hint={words.columnsHint}
            choices={columns}
            columns={2}
          />
          <TextField {...fieldOf(state, "purpose")} label={words.purpose} hint={words.purposeHint} maxLength={200} />
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
  return <TextField {...fieldOf(state, name)} label={label} hint={hint} inputMode="numeric" width="tiny" />;
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
