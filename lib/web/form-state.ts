import type { Problem } from "@/lib/shared/problem";

export type FieldValues = Readonly<Record<string, string | readonly string[]>>;

/** A problem with its sentence in the language of the reader, so that a form needs no messages of its own. */
export interface FormProblem extends Problem {
  readonly sentence: string;
}

export interface FoundChoice {
  readonly value: string;
  readonly label: string;
}

/** What an action gives back to its form: all that was typed, and what must be mended. */
export interface FormState {
  /** What a button of the form looked up, by field: more to choose from. Absent: nothing was looked up yet. */
  readonly found?: Readonly<Record<string, readonly FoundChoice[]>>;
  readonly values: FieldValues;
  readonly problems: readonly FormProblem[];
  /** The session ended before the form arrived: nothing was done, nothing typed is lost. */
  readonly signedOut: boolean;
}

export const emptyForm: FormState = { values: {}, problems: [], signedOut: false };

/** A form that opens with values already in it. */
export function filledForm(values: FieldValues): FormState {
  return { ...emptyForm, values };
}

/** The problems at this field and at its parts: `hours` hears of `hours.0.day`. */
export function problemsFor(state: FormState, field: string): readonly FormProblem[] {
  return state.problems.filter((problem) => problem.field === field || problem.field?.startsWith(`${field}.`));
}

/** The problems that belong to no field. */
export function wholeFormProblems(state: FormState): readonly FormProblem[] {
  return state.problems.filter((problem) => problem.field === undefined);
}

export function textOf(state: Pick<FormState, "values">, field: string): string {
  return textsOf(state, field)[0] ?? "";
}

export function textsOf({ values }: Pick<FormState, "values">, field: string): readonly string[] {
  const value = values[field];
  if (value === undefined) return [];
  return typeof value === "string" ? [value] : value;
}
