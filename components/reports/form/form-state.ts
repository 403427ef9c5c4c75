import type { FormStep } from "@/lib/reports/form-step";
import { type FormValues, textIn, textsIn } from "@/lib/reports/form-values";
import type { Counting } from "@/lib/reports/threshold";

/** A thing to mend, in the language of the reader. Without a field it is about the whole. */
export interface FieldFault {
  readonly field?: string | undefined;
  /** How the field is called; absent when the text says it all. */
  readonly label?: string | undefined;
  readonly text: string;
}

/** One answer on the page to check. */
export interface CheckedRow {
  readonly term: string;
  readonly value: string;
}

export interface CheckedGroup {
  readonly title: string;
  readonly step: FormStep;
  readonly rows: readonly CheckedRow[];
}

/** What somebody sees before sending: all answers, where the report will go, and what deserves attention. */
export interface Checked {
  readonly groups: readonly CheckedGroup[];
  readonly destination: { readonly title: string; readonly text: string };
  /** Where the absence stands against its threshold, the main sentence first; empty: it has none. */
  readonly threshold: readonly string[];
  readonly warnings: readonly string[];
  /** There are days or times of which the desk can make a sheet. */
  readonly canMakeSheet: boolean;
}

/** One of those who were found by name, class or day of birth. */
export interface FoundStudent {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly location: string;
}

/** Between the steps: where one is, all that was typed, and what the server said of it. */
export interface ReportFormState {
  readonly step: FormStep;
  readonly values: FormValues;
  readonly faults: readonly FieldFault[];
  readonly isSignedOut: boolean;
  /** Who fits what was looked for. Absent: nobody was looked for just now. */
  readonly found?: readonly FoundStudent[];
  /** Null: nobody was found yet. */
  readonly student: { readonly name: string; readonly about: string; readonly isAdult?: boolean } | null;
  /** The days for which hours can be filled in; null: not known yet. */
  readonly period: { readonly firstDay: string; readonly lastDay: string } | null;
  /** What decides how the days of this student count; null: nobody was found yet. */
  readonly counting: Counting | null;
  /** What became of a sheet that was read, and the heads of its columns when they must be chosen; null: none was. */
  readonly sheet?: { readonly notes: readonly string[]; readonly heads: readonly string[] } | null;
  /** Null: not that far yet. */
  readonly checked: Checked | null;
  /** Grows with each answer, so that the form is made anew from what came back. */
  readonly round: number;
}

export function faultAt({ faults }: ReportFormState, field: string): string | undefined {
  return faults.find((fault) => fault.field === field)?.text;
}

/** Name, first value and fault of a field: what every field of the form is given. */
export function fieldOf(state: ReportFormState, name: string) {
  return { name, defaultValue: textIn(state.values, name), error: faultAt(state, name) };
}

export function choiceOf(state: ReportFormState, name: string) {
  return { name, chosen: textsIn(state.values, name), error: faultAt(state, name) };
}
