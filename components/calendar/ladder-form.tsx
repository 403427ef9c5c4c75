"use client";

import { ActionForm, fieldOf, type ProblemWords } from "@/components/account/action-form";
import { TextField } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { type FieldValues, type FormState, filledForm } from "@/lib/web/form-state";

interface LadderFormProps {
  readonly action: (state: FormState, form: FormData) => Promise<FormState>;
  /** The municipality that is meant; absent: the own school. */
  readonly municipalityCode?: string;
  readonly start: FieldValues;
  readonly words: {
    readonly problems: ProblemWords;
    readonly step: string;
    readonly times: string;
    readonly act: string;
    readonly submit: string;
  };
}

const rows = [0, 1, 2, 3, 4, 5] as const;

/** After how many times late what happens: a row for each step, empty rows are none. */
export function LadderForm({ action, municipalityCode, start, words }: LadderFormProps) {
  const labels = Object.fromEntries(
    rows.flatMap((row) => [
      [`steps.${row}.times`, `${words.step} ${row + 1}, ${words.times}`],
      [`steps.${row}.action`, `${words.step} ${row + 1}, ${words.act}`],
    ]),
  );
  const idOf = (name: string) => (municipalityCode === undefined ? name : `${name}-${municipalityCode}`);
  return (
    <ActionForm action={action} start={filledForm(start)} words={words.problems} labels={labels}>
      {(state) => {
        const field = (name: string) => ({
          ...fieldOf(state, name),
          id: idOf(name),
          autoComplete: "off",
        });
        return (
          <>
            {municipalityCode === undefined ? null : (
              <input type="hidden" name="municipalityCode" value={municipalityCode} />
            )}
            {rows.map((row) => (
              <fieldset key={row} className="grid gap-3 sm:grid-cols-[auto_minmax(0,1fr)] sm:gap-5">
                <legend className="sr-only">
                  {words.step} {row + 1}
                </legend>
                <TextField {...field(`steps.${row}.times`)} label={words.times} inputMode="numeric" width="tiny" />
                <TextField {...field(`steps.${row}.action`)} label={words.act} maxLength={120} width="long" />
              </fieldset>
            ))}
            <div>
              <SubmitButton look="secondary">{words.submit}</SubmitButton>
            </div>
          </>
        );
      }}
    </ActionForm>
  );
}
