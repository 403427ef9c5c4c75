/** Everything that the report form holds, by name of the field; a field that occurs more than once is a list. */
export type FormValues = Readonly<Record<string, string | readonly string[]>>;

export function textIn(values: FormValues, name: string): string {
  return textsIn(values, name)[0]?.trim() ?? "";
}

export function textsIn(values: FormValues, name: string): readonly string[] {
  const value = values[name];
  if (value === undefined) return [];
  return typeof value === "string" ? [value] : value;
}

/** What was typed, or nothing: for the schema, an empty field is a field that was not given. */
export function givenIn(values: FormValues, name: string): string | undefined {
  const text = textIn(values, name);
  return text === "" ? undefined : text;
}
