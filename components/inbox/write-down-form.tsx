"use client";

import { ActionForm, choiceOf, errorAt, fieldOf, type ProblemWords } from "@/components/account/action-form";
import { SearchRow } from "@/components/routing/search-row";
import { ChoiceGroup } from "@/components/ui/choice-group";
import { DateField } from "@/components/ui/date-field";
import { SelectField, type SelectOption, TextAreaField, TextField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Messages } from "@/lib/i18n/messages";
import { type FormState, filledForm, textOf, textsOf } from "@/lib/web/form-state";

type Words = Messages["inbox"]["writeDown"]["form"];

interface WriteDownFormProps {
  readonly action: (state: FormState, form: FormData) => Promise<FormState>;
  readonly submissionId: string;
  readonly types: readonly SelectOption[];
  readonly reasons: readonly SelectOption[];
  readonly words: Words;
  readonly problems: ProblemWords;
}

/** In the order in which it is said on the telephone: who calls, about whom, what. */
export function WriteDownForm({ action, submissionId, types, reasons, words, problems }: WriteDownFormProps) {
  return (
    <ActionForm action={action} start={filledForm({ submissionId })} words={problems} labels={words.labels}>
      {(state) => {
        const part = { state, words };
        return (
          <>
            <input type="hidden" name="submissionId" value={textOf(state, "submissionId")} />
            <Place {...part} />
            <Text {...part} name="callerName" autoComplete="off" />
            <Text {...part} name="callerFunction" isOptional={true} />
            <Text {...part} name="callerEmail" type="email" hint={words.callerEmailHint} />
            <Text {...part} name="callerPhone" type="tel" isOptional={true} />
            <Text {...part} name="studentNumber" inputMode="numeric" />
            <ChoiceGroup
              kind="radio"
              {...choiceOf(state, "type")}
              label={words.labels.type}
              choices={types}
              columns={2}
            />
            <Day {...part} name="firstDay" />
            <Day {...part} name="lastDay" />
            <SelectField
              {...fieldOf(state, "reasonCode")}
              label={words.labels.reasonCode}
              options={reasons}
              prompt={words.choose}
            />
            <TextAreaField
              {...fieldOf(state, "explanation")}
              label={words.labels.explanation}
              hint={words.explanationHint}
              optional={words.optional}
              maxLength={10_000}
            />
            <Text {...part} name="urgentReason" isOptional={true} hint={words.urgentHint} />
            <Separate {...part} />
            <div>
              <SubmitButton look="main" pendingText={words.busy}>
                {words.save}
              </SubmitButton>
            </div>
          </>
        );
      }}
    </ActionForm>
  );
}

interface PartProps {
  readonly state: FormState;
  readonly words: Words;
}

/** The school is searched among all of the country, never listed. */
function Place({ state, words }: PartProps) {
  const found = state.found?.["place"];
  const choices = found ?? [];
  const isToSearch = choices.length === 0;
  return (
    <>
      <SearchRow
        name="zoek"
        label={words.find}
        hint={words.findHint}
        words={textOf(state, "zoek")}
        error={isToSearch ? errorAt(state, "place") : undefined}
        button={words.search}
        isBesideSave={true}
        id={isToSearch ? "place" : undefined}
      />
      {found !== undefined && isToSearch ? <Notice>{words.nothing}</Notice> : null}
      {isToSearch ? null : (
        <ChoiceGroup
          kind="radio"
          name="place"
          label={words.labels.place}
          choices={choices}
          chosen={choices.length === 1 ? choices.map(({ value }) => value) : textsOf(state, "place")}
          error={errorAt(state, "place")}
        />
      )}
    </>
  );
}

interface TextProps extends PartProps {
  readonly name: "callerName" | "callerFunction" | "callerEmail" | "callerPhone" | "studentNumber" | "urgentReason";
  readonly isOptional?: boolean;
  readonly hint?: string;
  readonly type?: "email" | "tel";
  readonly inputMode?: "numeric";
  readonly autoComplete?: "off";
}

function Text({ state, words, name, isOptional = false, ...field }: TextProps) {
  return (
    <TextField
      {...fieldOf(state, name)}
      label={words.labels[name]}
      optional={isOptional ? words.optional : undefined}
      autoComplete="off"
      width="long"
      {...field}
    />
  );
}

function Day({ state, words, name }: PartProps & { readonly name: "firstDay" | "lastDay" }) {
  return (
    <DateField
      {...fieldOf(state, name)}
      label={words.labels[name]}
      hint={words.dayHint}
      optional={name === "lastDay" ? words.optional : undefined}
    />
  );
}

/** Asked only when there is a report of these days already. */
function Separate({ state, words }: PartProps) {
  const isAsked = state.problems.some(({ code }) => code === "overlapping-here") || textOf(state, "separate") === "yes";
  if (!isAsked) return null;
  return (
    <ChoiceGroup
      kind="checkbox"
      name="separate"
      label={words.overlap}
      choices={[{ value: "yes", label: words.separate }]}
      chosen={textsOf(state, "separate")}
    />
  );
}
