import type { FieldValues } from "./form-state";

const secretNames = /password|wachtwoord|totp|^code$/i;
/** React adds fields of its own, whose names begin like this. */
const ownPrefix = "$ACTION";

/** A field that occurs once is a text, one that occurs more often a list. Files are not for forms like these. */
export function readFields(form: FormData): FieldValues {
  // Whoever calls an action without our page can send it anything.
  if (!(form instanceof FormData)) return {};
  return fieldsOf([...form.keys()], (name) => form.getAll(name).filter((value) => typeof value === "string"));
}

/** The same for a body that a script of ours sent, `application/x-www-form-urlencoded`. */
export function readParams(body: string): FieldValues {
  const params = new URLSearchParams(body);
  return fieldsOf([...params.keys()], (name) => params.getAll(name));
}

function fieldsOf(names: readonly string[], textsOf: (name: string) => readonly string[]): FieldValues {
  const fields: [string, string | readonly string[]][] = [];
  for (const name of new Set(names)) {
    if (name.startsWith(ownPrefix)) continue;
    const texts = textsOf(name);
    const [first] = texts;
    if (first !== undefined) fields.push([name, texts.length === 1 ? first : texts]);
  }
  // Which makes fields also of names that mean something else to an object.
  return Object.fromEntries(fields);
}

/** For the schema, a field left empty is a field that was not given. */
export function withoutEmpty(fields: FieldValues): FieldValues {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ""));
}

/** Everything typed goes back into the form, passwords and codes never. */
export function withoutSecrets(fields: FieldValues): FieldValues {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !secretNames.test(name)));
}
