"use client";

import { ActionForm, choiceOf, fieldOf, type ProblemWords } from "@/components/account/action-form";
import { ChoiceGroup } from "@/components/ui/choice-group";
import { DateField } from "@/components/ui/date-field";
import { type SelectOption, TextField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { type FieldValues, type FormState, filledForm, textOf } from "@/lib/web/form-state";
import { SearchRow } from "./search-row";

const fieldNames = [
  "name",
  "schools",
  "locations",
  "postcodes",
  "regimes",
  "ageFrom",
  "ageTo",
  "types",
  "urgent",
  "surnameFrom",
  "surnameTo",
  "levels",
  "from",
  "until",
  "goesTo",
  "officers",
] as const;
const hintNames = ["nameHint", "postcodesHint", "surnameHint", "levelsHint", "dayHint", "officersHint"] as const;
export type RuleFormWords = Readonly<
  Record<
    | (typeof fieldNames)[number]
    | (typeof hintNames)[number]
    | "optional"
    | "conditionsHelp"
    | "save"
    | "find"
    | "findHint"
    | "search"
    | "nothing",
    string
  >
>;

interface Choices {
  readonly regimes: readonly SelectOption[];
  readonly types: readonly SelectOption[];
  readonly urgent: readonly SelectOption[];
  readonly goesTo: readonly SelectOption[];
  readonly officers: readonly SelectOption[];
}

interface RuleFormProps {
  /** The places that the rule has already. */
  readonly places: NonNullable<FormState["found"]>;
  readonly action: (state: FormState, form: FormData) => Promise<FormState>;
  readonly hidden: Readonly<Record<string, readonly string[]>>;
  readonly start: FieldValues;
  readonly choices: Choices;
  readonly words: RuleFormWords;
  readonly problems: ProblemWords;
}

/** One rule: who it is for, when it holds, and who gets what matches. */
export function RuleForm({ action, hidden, start, places, choices, words, problems }: RuleFormProps) {
  return (
    <ActionForm action={action} start={{ ...filledForm(start), found: places }} words={problems} labels={words}>
      {(state) => {
        const part = { state, words };
        return (
          <>
            {Object.entries(hidden).flatMap(([name, values]) =>
              values.map((value) => <input key={name + value} type="hidden" name={name} value={value} />),
            )}
            <Text {...part} name="name" hint="nameHint" isNeeded={true} />
            <p className="text-ink-soft">{words.conditionsHelp}</p>
            <Places {...part} />
            <Text {...part} name="postcodes" hint="postcodesHint" />
            <Boxes {...part} name="regimes" options={choices.regimes} />
            <Text {...part} name="ageFrom" />
            <Text {...part} name="ageTo" />
            <Boxes {...part} name="types" options={choices.types} />
            <Boxes {...part} name="urgent" options={choices.urgent} kind="radio" />
            <Text {...part} name="surnameFrom" hint="surnameHint" />
            <Text {...part} name="surnameTo" hint="surnameHint" />
            <Text {...part} name="levels" hint="levelsHint" />
            <Day {...part} name="from" />
            <Day {...part} name="until" />
            <Boxes {...part} name="goesTo" options={choices.goesTo} kind="radio" />
            <Boxes {...part} name="officers" options={choices.officers} hint="officersHint" />
            <div>
              <SubmitButton look="main">{words.save}</SubmitButton>
            </div>
          </>
        );
      }}
    </ActionForm>
  );
}

/** Locations are searched, never listed: a page must not grow with the number of schools. */
function Places(part: PartProps) {
  const { state, words } = part;
  const found = { schools: state.found?.["schools"] ?? [], locations: state.found?.["locations"] ?? [] };
  const isEmpty = textOf(state, "zoek") !== "" && found.locations.length === 0 && found.schools.length === 0;
  return (
    <>
      <SearchRow
        name="zoek"
        label={words.find}
        hint={words.findHint}
        words={textOf(state, "zoek")}
        button={words.search}
        isBesideSave={true}
      />
      {isEmpty ? <Notice>{words.nothing}</Notice> : null}
      <Boxes {...part} name="schools" options={found.schools} />
      <Boxes {...part} name="locations" options={found.locations} />
    </>
  );
}

interface PartProps {
  readonly state: FormState;
  readonly words: RuleFormWords;
}

interface TextProps extends PartProps {
  readonly name: (typeof fieldNames)[number];
  readonly hint?: (typeof hintNames)[number];
  readonly isNeeded?: boolean;
}

function Text({ state, words, name, hint, isNeeded = false }: TextProps) {
  return (
    <TextField
      {...fieldOf(state, name)}
      label={words[name]}
      hint={hint === undefined ? undefined : words[hint]}
      optional={isNeeded ? undefined : words.optional}
      autoComplete="off"
      width="long"
    />
  );
}

function Day({ state, words, name }: PartProps & { readonly name: "from" | "until" }) {
  return <DateField {...fieldOf(state, name)} label={words[name]} hint={words.dayHint} optional={words.optional} />;
}

interface BoxesProps extends PartProps {
  readonly name: keyof Choices | "schools" | "locations";
  readonly options: readonly SelectOption[];
  readonly kind?: "radio" | "checkbox";
  readonly hint?: "officersHint";
}

function Boxes({ state, words, name, options, kind = "checkbox", hint }: BoxesProps) {
  if (options.length === 0) return null;
  return (
    <ChoiceGroup
      kind={kind}
      {...choiceOf(state, name)}
      label={words[name]}
      hint={hint === undefined ? undefined : words[hint]}
      choices={options}
      columns={2}
    />
  );
}
