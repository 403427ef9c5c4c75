import type { ReactNode } from "react";
import { classes } from "./classes";
import type { Examples } from "./examples";
import { describedBy, errorBar, FieldError, FieldHint, type FieldText, fieldId, Optional } from "./field-frame";

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly disabled?: boolean;
}

export interface ChoiceGroupProps extends FieldText {
  readonly kind: "radio" | "checkbox";
  readonly choices: readonly Choice[];
  /** The values that are chosen when the page opens. */
  readonly chosen?: readonly string[];
  readonly columns?: 1 | 2;
}

/** A question with answers to choose from. `label` is the legend; the first answer carries the id of the group. */
export function ChoiceGroup(props: ChoiceGroupProps) {
  const { kind, name, label, hint, error, optional, choices, chosen = [], columns = 1 } = props;
  const id = fieldId(props);
  return (
    <fieldset
      className={errorBar(error)}
      aria-describedby={describedBy(props)}
      aria-invalid={error === undefined ? undefined : true}
    >
      <legend className="float-left w-full font-semibold">
        {label}
        <Optional>{optional}</Optional>
      </legend>
      <FieldHint id={id}>{hint}</FieldHint>
      <FieldError id={id}>{error}</FieldError>
      <div className={classes("mt-1 grid gap-2.5", columns === 2 && "sm:grid-cols-2")}>
        {choices.map((choice, index) => (
          <ChoiceCard
            key={choice.value}
            kind={kind}
            name={name}
            id={index === 0 ? id : `${id}-${choice.value}`}
            isChosen={chosen.includes(choice.value)}
            {...choice}
          />
        ))}
      </div>
    </fieldset>
  );
}

interface ChoiceCardProps extends Choice {
  readonly kind: "radio" | "checkbox";
  readonly name: string;
  readonly id: string;
  readonly isChosen?: boolean;
}

/** One answer; by itself it is the yes-or-no question of a form. */
export function ChoiceCard({ kind, name, id, value, label, hint, disabled, isChosen }: ChoiceCardProps) {
  return (
    <label
      htmlFor={id}
      className={classes(
        "grid grid-cols-[1.5rem_minmax(0,1fr)] content-start items-start gap-x-2.5 rounded-lg border border-line-strong bg-paper px-3.5 py-3",
        "hover:border-brand has-checked:border-brand has-checked:bg-brand-wash has-checked:inset-ring-1 has-checked:inset-ring-brand",
        "has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus",
        "has-disabled:opacity-60 forced-colors:has-checked:outline-2",
      )}
    >
      <input
        type={kind}
        id={id}
        name={name}
        value={value}
        defaultChecked={isChosen ?? false}
        disabled={disabled ?? false}
        aria-describedby={hint ? `${id}-uitleg` : undefined}
        className="mt-0.5 size-5 accent-brand outline-none"
      />
      <span className="font-semibold">{label}</span>
      {hint ? (
        <span id={`${id}-uitleg`} className="col-start-2 text-sm text-ink-soft">
          {hint}
        </span>
      ) : null}
    </label>
  );
}

const absenceTypes: readonly Choice[] = [
  { value: "sixteen", label: "16 uur in 4 weken", hint: "Spijbelen, samen 16 lesuren of meer" },
  { value: "late", label: "Te laat komen", hint: "Geen begin en eind, alleen de keren" },
  { value: "long", label: "Langdurig", hint: "Langer dan 4 weken aaneen" },
  { value: "holiday", label: "Luxeverzuim", hint: "Vakantie zonder toestemming" },
];

export const examples: Examples = {
  radio: (
    <ChoiceGroup
      kind="radio"
      name="type"
      label="Soort verzuim"
      hint="Twijfelt u? Kijk bij Welke soort past?"
      choices={absenceTypes}
      chosen={["sixteen"]}
      columns={2}
    />
  ),
  error: (
    <ChoiceGroup
      kind="checkbox"
      name="schoolActions"
      label="Wat heeft de school al gedaan?"
      error="Kies wat de school al heeft gedaan"
      choices={[
        { value: "parents_called", label: "Ouders gebeld" },
        { value: "student_talk", label: "Gesprek met de leerling" },
      ]}
    />
  ),
  single: <ChoiceCard kind="checkbox" name="back" id="back" value="yes" label="Weer op school" />,
};
