"use client";

import { ActionForm, fieldOf, type ProblemWords } from "@/components/account/action-form";
import { TextField } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { type FieldValues, type FormState, filledForm } from "@/lib/web/form-state";

interface Asked {
  readonly label: string;
  readonly hint: string;
}

interface LessonsFormProps {
  readonly action: (state: FormState, form: FormData) => Promise<FormState>;
  readonly locationId: string;
  readonly locationCode: string;
  readonly start: FieldValues;
  readonly words: {
    readonly problems: ProblemWords;
    readonly legend: string;
    /** From Monday to Friday. */
    readonly days: readonly string[];
    readonly minutes: Asked;
    readonly over18: Asked;
    readonly optional: string;
    readonly submit: string;
  };
}

const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday"] as const;

/** How many lessons a location gives on each day, and how long they are. */
export function LessonsForm({ action, locationId, locationCode, start, words }: LessonsFormProps) {
  const labels = {
    ...Object.fromEntries(weekdays.map((day, index) => [day, words.days[index] ?? ""])),
    lessonMinutes: words.minutes.label,
    over18Days: words.over18.label,
  };
  const idOf = (name: string) => `${name}-${locationCode}`;
  return (
    <ActionForm action={action} start={filledForm(start)} words={words.problems} labels={labels}>
      {(state) => {
        const field = (name: string) => ({
          ...fieldOf(state, name),
          id: idOf(name),
          inputMode: "numeric" as const,
          width: "tiny" as const,
          autoComplete: "off",
        });
        return (
          <>
            <input type="hidden" name="locationId" value={locationId} />
            <fieldset>
              <legend className="mb-2 font-semibold">{words.legend}</legend>
              <div className="grid grid-cols-2 gap-4 sm:grid-cols-5">
                {weekdays.map((day, index) => (
                  <TextField key={day} {...field(day)} label={words.days[index] ?? ""} />
                ))}
              </div>
            </fieldset>
            <div className="grid gap-5 lg:grid-cols-2">
              <TextField {...field("lessonMinutes")} {...words.minutes} />
              <TextField {...field("over18Days")} {...words.over18} optional={words.optional} />
            </div>
            <div>
              <SubmitButton look="secondary">{words.submit}</SubmitButton>
            </div>
          </>
        );
      }}
    </ActionForm>
  );
}
