import { importRoleCodes } from "./columns";

/** The fields of a form by name, empty ones left out. */
type Fields = Readonly<Record<string, unknown>>;

/** Everything that the form of a row holds: a field that was emptied says so. */
export function fromRowForm(fields: Fields) {
  const values = importRoleCodes.map((role) => [role, fields[role] ?? ""] as const);
  const answer = fields["overlap"];
  return {
    id: fields["id"],
    line: fields["line"],
    values: Object.fromEntries(values),
    answers: {
      ...(answer === "follow-up" ? { followUpTo: fields["overlapReference"] } : {}),
      ...(answer === "separate" ? { separate: true } : {}),
    },
  };
}

/** Which column holds what, as `student` names a head, and `all-type` what holds for all rows. */
export function fromColumnsForm(fields: Fields) {
  const given = (names: readonly string[], prefix: string) =>
    Object.fromEntries(names.flatMap((name) => pairOf(name, fields[`${prefix}${name}`])));
  return {
    id: fields["id"],
    columns: given(importRoleCodes, ""),
    defaults: given(["type", "reason", "location"], "all-"),
  };
}

function pairOf(name: string, value: unknown): readonly (readonly [string, unknown])[] {
  return value === undefined ? [] : [[name, value]];
}
