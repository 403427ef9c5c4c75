import type { Class } from "./classes";
import type { Schooling } from "./facts";
import type { ShownFacts } from "./shown-facts";

/** What a file tells of one person. Of a protected one everything that leads to him is left out. */
export interface FileRow {
  readonly class: Class;
  readonly facts: ShownFacts;
  /** Null: a protected address. */
  readonly person: {
    readonly number: string;
    readonly firstName: string;
    readonly prefix: string | null;
    readonly lastName: string;
    readonly birthDate: string;
  } | null;
}

export const hidden = "beschermd";
export const label = <Code extends string>(table: Readonly<Record<Code, { readonly nl: string }>>, code: Code) =>
  table[code].nl;
export const labelOf = (table: Readonly<Record<string, { readonly nl: string }>>, code: string | null) =>
  code === null ? null : (table[code]?.nl ?? code);
/** The school that a row is about: where somebody is, or else was. */
const current = ({ facts }: FileRow): Schooling | null => facts.next ?? facts.last;
export const ifKnown = <Value>(row: FileRow, value: (schooling: Schooling) => Value | null, of = current) => {
  const schooling = of(row);
  return schooling === null ? null : value(schooling);
};
export const last = ({ facts }: FileRow) => facts.last;
export const next = ({ facts }: FileRow) => facts.next;

const fieldWords = { lastDay: "laatste dag", exitReason: "reden", diploma: "diploma", school: "school" } as const;

export function correctionText({ corrections, isCorrection }: ShownFacts): string | null {
  const changed = corrections.map(
    ({ field, was, is }) => `${fieldWords[field]}: ${was ?? "leeg"} werd ${is ?? "leeg"}`,
  );
  const late = isCorrection ? ["de vorige levering zei iets anders dan het register nu"] : [];
  return [...late, ...changed].join("; ") || null;
}
