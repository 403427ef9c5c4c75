import type { Examples } from "./examples";
import { TextField, type TextFieldProps } from "./field";

interface DateFieldProps extends Omit<TextFieldProps, "type" | "width" | "inputMode"> {
  /** Says how a day may be written, with an example: days are typed, as people write them. */
  readonly hint: string;
}

export function DateField({ autoComplete = "off", ...rest }: DateFieldProps) {
  return <TextField {...rest} type="text" width="short" autoComplete={autoComplete} spellCheck={false} />;
}

export const examples: Examples = {
  filled: <DateField name="firstDay" label="Eerste dag" hint="Bijvoorbeeld 31-5-2026" defaultValue="28-9-2026" />,
  wrong: (
    <DateField
      name="lastDay"
      label="Laatste dag"
      hint="Bijvoorbeeld 31-5-2026"
      optional="mag later"
      defaultValue="31-2-2026"
      error="Deze dag bestaat niet. Vul de laatste dag in, bijvoorbeeld 31-5-2026"
    />
  ),
};
