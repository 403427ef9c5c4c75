import type { ComponentProps } from "react";
import { classes } from "./classes";
import type { Examples } from "./examples";
import { controlClasses, describedBy, FieldFrame, type FieldText, fieldId } from "./field-frame";

/** As wide as what is expected in it. */
const widths = { full: "", long: "max-w-112", medium: "max-w-64", short: "max-w-40", tiny: "max-w-24" } as const;

export type FieldWidth = keyof typeof widths;

type Control<Tag extends "input" | "textarea" | "select"> = Readonly<
  Omit<ComponentProps<Tag>, "className" | "name" | "id" | "value">
>;

export interface TextFieldProps extends FieldText, Control<"input"> {
  readonly type?: "text" | "email" | "tel" | "password" | "search" | "url";
  readonly width?: FieldWidth;
}

export function TextField({ name, id, label, hint, error, optional, width = "full", ...input }: TextFieldProps) {
  const text = { name, id, label, hint, error, optional };
  return (
    <FieldFrame text={text}>
      <input
        type="text"
        {...input}
        id={fieldId(text)}
        name={name}
        aria-describedby={describedBy(text)}
        aria-invalid={error === undefined ? undefined : true}
        className={classes(controlClasses, widths[width])}
      />
    </FieldFrame>
  );
}

export type TextAreaFieldProps = FieldText & Control<"textarea">;

export function TextAreaField({ name, id, label, hint, error, optional, rows = 4, ...area }: TextAreaFieldProps) {
  const text = { name, id, label, hint, error, optional };
  return (
    <FieldFrame text={text}>
      <textarea
        {...area}
        rows={rows}
        id={fieldId(text)}
        name={name}
        aria-describedby={describedBy(text)}
        aria-invalid={error === undefined ? undefined : true}
        className={classes(controlClasses, "field-sizing-content min-h-24 resize-y")}
      />
    </FieldFrame>
  );
}

export interface SelectOption {
  readonly value: string;
  readonly label: string;
}

export interface SelectFieldProps extends FieldText, Control<"select"> {
  readonly options: readonly SelectOption[];
  /** The empty first choice; left out where there is always an answer. */
  readonly prompt?: string;
  readonly width?: FieldWidth;
}

export function SelectField(props: SelectFieldProps) {
  const { name, id, label, hint, error, optional, options, prompt, width = "long", defaultValue, ...select } = props;
  const text = { name, id, label, hint, error, optional };
  return (
    <FieldFrame text={text}>
      <select
        // React resets a form after its action and forgets the choice of a select that it did not make anew.
        key={String(defaultValue)}
        defaultValue={defaultValue}
        {...select}
        id={fieldId(text)}
        name={name}
        aria-describedby={describedBy(text)}
        aria-invalid={error === undefined ? undefined : true}
        className={classes(controlClasses, widths[width])}
      >
        {prompt === undefined ? null : <option value="">{prompt}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

export const examples: Examples = {
  text: (
    <TextField
      name="studentNumber"
      label="BSN of onderwijsnummer"
      hint="9 cijfers. U vindt het in uw leerlingadministratie."
      inputMode="numeric"
      autoComplete="off"
      width="medium"
    />
  ),
  error: (
    <TextField
      name="email"
      type="email"
      label="E-mailadres"
      autoComplete="username"
      defaultValue="anouk@school"
      error="Vul een e-mailadres in, bijvoorbeeld naam@school.nl"
    />
  ),
  optional: (
    <TextField name="ownReference" label="Uw kenmerk" optional="niet verplicht" maxLength={40} width="medium" />
  ),
  area: <TextAreaField name="explanation" label="Toelichting" hint="Noem geen ziekte of diagnose." />,
  select: (
    <SelectField
      name="reason"
      label="Reden"
      prompt="Maak een keuze"
      options={[
        { value: "truancy", label: "Spijbelen" },
        { value: "oversleeping", label: "Verslapen" },
      ]}
    />
  ),
};
