import type { Problem } from "@/lib/shared/problem";
import type { WarningCode } from "../warnings";
import type { Reading } from "./columns";
import type { ImportStage, Verdict, VerdictCounts } from "./stages";
import type { RowAnswers, RowValues } from "./values";

/** One import in the list of what was not finished. */
export interface ImportLine {
  readonly id: string;
  readonly stage: ImportStage;
  readonly createdAt: Date;
  readonly touchedAt: Date;
  readonly rowCount: number;
  readonly counts: VerdictCounts;
  /** Null: nothing was sent yet. */
  readonly sendCount: number | null;
  readonly expiresOn: string;
}

export interface ImportView extends ImportLine {
  readonly heads: readonly string[];
  readonly reading: Reading;
  /** The first rows, so that one sees what the columns hold. */
  readonly firstRows: readonly (readonly string[])[];
}

export interface ImportRowView {
  readonly line: number;
  readonly verdict: Verdict;
  /** As the sheet says it, with what was mended; empty once it was sent. */
  readonly values: RowValues;
  readonly answers: RowAnswers;
  /** At the columns where they are mended. */
  readonly problems: readonly Problem[];
  readonly warnings: readonly WarningCode[];
  /** Null: not found, or not looked for. */
  readonly student: { readonly name: string; readonly group: string | null } | null;
  /** Null: not sent. */
  readonly reference: string | null;
}

/** A row to go on with in a spreadsheet. */
export interface LeftRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly problems: readonly Problem[];
}

/** Nothing is left that could be sent or mended. */
export function isFinished({ counts }: Pick<ImportLine, "counts">): boolean {
  return counts.waiting + counts.good + counts.look + counts.wrong === 0;
}
