"use client";

import { choiceOf, fieldOf } from "@/components/account/action-form";
import { ChoiceCard, ChoiceGroup } from "@/components/ui/choice-group";
import { DateField } from "@/components/ui/date-field";
import { SelectField, type SelectOption } from "@/components/ui/field";
import { type FormState, textOf } from "@/lib/web/form-state";

export interface MandateWords {
  readonly role: string;
  readonly choose: string;
  readonly locations: string;
  readonly locationsHint: string;
  readonly protected: string;
  readonly protectedHint: string;
  readonly from: string;
  readonly fromHint: string;
  readonly until: string;
  readonly untilHint: string;
  readonly optional: string;
}

export interface MandateChoices {
  readonly organisation: string;
  readonly roles: readonly SelectOption[];
  readonly locations: readonly SelectOption[];
  /** Whether cases with a protected address exist for this organisation. */
  readonly asksProtected: boolean;
}

interface MandateFieldsProps {
  readonly state: FormState;
  readonly words: MandateWords;
  readonly choices: MandateChoices;
}

/** What somebody may be, where, and from when until when. */
export function MandateFields({ state, words, choices }: MandateFieldsProps) {
  return (
    <>
      <input type="hidden" name="organisation" value={choices.organisation} />
      <SelectField {...fieldOf(state, "role")} label={words.role} prompt={words.choose} options={choices.roles} />
      {choices.locations.length > 1 ? (
        <ChoiceGroup
          kind="checkbox"
          {...choiceOf(state, "locations")}
          label={words.locations}
          hint={words.locationsHint}
          choices={choices.locations}
          columns={2}
        />
      ) : null}
      {choices.asksProtected ? (
        <ChoiceCard
          kind="checkbox"
          name="protectedCases"
          id="protectedCases"
          value="yes"
          label={words.protected}
          hint={words.protectedHint}
          isChosen={textOf(state, "protectedCases") === "yes"}
        />
      ) : null}
      <DateField {...fieldOf(state, "from")} label={words.from} hint={words.fromHint} optional={words.optional} />
      <DateField {...fieldOf(state, "until")} label={words.until} hint={words.untilHint} optional={words.optional} />
    </>
  );
}
