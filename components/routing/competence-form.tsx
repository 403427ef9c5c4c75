"use client";

import { ActionForm, choiceOf, errorAt, fieldOf, type ProblemWords } from "@/components/account/action-form";
import { ChoiceGroup } from "@/components/ui/choice-group";
import { DateField } from "@/components/ui/date-field";
import type { SelectOption } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { type FormState, textOf } from "@/lib/web/form-state";
import { SearchRow } from "./search-row";

interface CompetenceFormProps {
  readonly action: (state: FormState, form: FormData) => Promise<FormState>;
  readonly municipalityCode: string;
  readonly choices: readonly SelectOption[];
  readonly words: Readonly<
    Record<
      "regimes" | "officeCode" | "from" | "fromHint" | "findOffice" | "findOfficeHint" | "search" | "nothing" | "save",
      string
    >
  >;
  readonly problems: ProblemWords;
}

/** Which duties go to which office, and from when. Offices are searched, never listed. */
export function CompetenceForm({ action, municipalityCode, choices, words, problems }: CompetenceFormProps) {
  return (
    <ActionForm action={action} words={problems} labels={words}>
      {(state) => (
        <>
          <input type="hidden" name="municipalityCode" value={municipalityCode} />
          <ChoiceGroup kind="checkbox" {...choiceOf(state, "regimes")} label={words.regimes} choices={choices} />
          <SearchRow
            name="zoek"
            label={words.findOffice}
            hint={words.findOfficeHint}
            words={textOf(state, "zoek")}
            error={isFound(state) ? undefined : errorAt(state, "officeCode")}
            button={words.search}
            isBesideSave={true}
            id={isFound(state) ? undefined : "officeCode"}
          />
          <Offices state={state} words={words} />
          <DateField {...fieldOf(state, "from")} label={words.from} hint={words.fromHint} />
          <div>
            <SubmitButton look="main">{words.save}</SubmitButton>
          </div>
        </>
      )}
    </ActionForm>
  );
}

/** Whether there are offices to choose from; if not, an error stands with the words to look for. */
function isFound(state: FormState): boolean {
  return (state.found?.["officeCode"] ?? []).length > 0;
}

function Offices({ state, words }: { readonly state: FormState; readonly words: CompetenceFormProps["words"] }) {
  const found = state.found?.["officeCode"];
  if (found === undefined) return null;
  if (found.length === 0) return <Notice>{words.nothing}</Notice>;
  return <ChoiceGroup kind="radio" {...choiceOf(state, "officeCode")} label={words.officeCode} choices={found} />;
}
