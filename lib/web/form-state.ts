import type { Problem } from "@/lib/shared/problem";

export type FieldValues = Readonly<Record<string, string | readonly string[]>>;

/** A problem with its sentence in the language of the reader, so that a form needs no messages of its own. */
export interface FormProblem extends Problem {
  readonly sentence: string;
}

/** What an action gives back to its form: all that was typed, and what must be mended. */
export interface FormState {
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

export function textOf(state: FormState, field: string): string {
  return textsOf(state, field)[0] ?? "";
}

export function textsOf(state: FormState, field: string): readonly string[] {
  const value = state.values[field];
  if (value === undefined) return [];
  return typeof value === "string" ? [value] : value;
}
