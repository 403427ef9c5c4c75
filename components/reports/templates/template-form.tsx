"use client";

import { ActionForm, choiceOf, fieldOf, type ProblemWords } from "@/components/account/action-form";
import { ChoiceGroup } from "@/components/ui/choice-group";
import { SelectField, type SelectOption, TextAreaField, TextField } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Messages } from "@/lib/i18n/messages";
import { type FieldValues, type FormState, filledForm } from "@/lib/web/form-state";
import { KeptForm, type KeptFormProps } from "../drafts/kept-form";
import type { FormText } from "../form/form-text";

interface TemplateFormProps {
  readonly action: (state: FormState, form: FormData) => Promise<FormState>;
  /** Null: a new template. */
  readonly id: string | null;
  readonly start: FieldValues;
  readonly kept: KeptFormProps;
  readonly options: Readonly<Record<"locations" | "types" | "reasons" | "schoolActions", readonly SelectOption[]>>;
  /** Whether it may be for the whole school. */
  readonly maySpan: boolean;
  readonly words: {
    readonly problems: ProblemWords;
    readonly own: Messages["reportTemplates"];
    /** The questions are those of the report itself. */
    readonly report: FormText;
  };
}

export function TemplateForm({ action, id, start, kept, options, maySpan, words }: TemplateFormProps) {
  const { own, report, problems } = words;
  const labels = { name: own.name, type: report.type.label, noActionReason: report.noActionReason.label };
  return (
    <ActionForm action={action} start={filledForm(start)} words={problems} labels={labels}>
      {(state) => (
        <>
          {id === null ? null : <input type="hidden" name="id" value={id} />}
          <TextField
            {...fieldOf(state, "name")}
            label={own.name}
            hint={own.nameHint}
            maxLength={60}
            autoComplete="off"
            width="long"
          />
          {options.locations.length > 1 || !maySpan ? (
            <SelectField
              {...fieldOf(state, "locationId")}
              label={own.location}
              options={options.locations}
              {...(maySpan ? { prompt: own.allLocations } : {})}
            />
          ) : null}
          <SaidFields state={state} options={options} words={words} />
          <div>
            <SubmitButton look="secondary">{own.save}</SubmitButton>
          </div>
          <KeptForm {...kept} answer={state} />
        </>
      )}
    </ActionForm>
  );
}

interface SaidFieldsProps extends Pick<TemplateFormProps, "options" | "words"> {
  readonly state: FormState;
}

/** What the template says: the questions of a report, each of which may stay open. */
function SaidFields({ state, options, words: { own, report } }: SaidFieldsProps) {
  return (
    <>
      <SelectField
        {...fieldOf(state, "type")}
        label={report.type.label}
        prompt={own.leaveOpen}
        options={options.types}
      />
      <SelectField
        {...fieldOf(state, "reasonCode")}
        label={report.reasonCode.label}
        prompt={own.leaveOpen}
        options={options.reasons}
      />
      <TextAreaField
        {...fieldOf(state, "reason")}
        label={report.reason.label}
        optional={report.optional}
        maxLength={200}
        rows={2}
      />
      <TextAreaField
        {...fieldOf(state, "explanation")}
        label={report.explanation.label}
        optional={report.optional}
        rows={4}
      />
      <ChoiceGroup
        kind="checkbox"
        {...choiceOf(state, "schoolActions")}
        label={report.schoolActions.label}
        optional={report.optional}
        choices={options.schoolActions}
        columns={2}
      />
      <TextAreaField
        {...fieldOf(state, "schoolActionsNote")}
        label={report.schoolActionsNote.label}
        optional={report.optional}
        rows={2}
      />
      <SelectField
        {...fieldOf(state, "actionWanted")}
        label={report.actionWanted.label}
        prompt={own.leaveOpen}
        options={[
          { value: "yes", label: report.actionWanted.yes },
          { value: "no", label: report.actionWanted.no },
        ]}
      />
      <TextAreaField
        {...fieldOf(state, "noActionReason")}
        label={report.noActionReason.label}
        optional={report.optional}
        rows={2}
      />
    </>
  );
}
