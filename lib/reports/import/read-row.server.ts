import "server-only";
import { lookupHash } from "@/lib/db/seal.server";
import { parseInput } from "@/lib/shared/parse-input";
import { ok, type Result } from "@/lib/shared/result";
import { reportInput } from "../input";
import type { ReadRow } from "./in-file";
import { type RowPlace, toReport } from "./to-report";
import type { RowAnswers, RowValues } from "./values";

/** A row as a report, by the schema of form and API; or what must be mended, at the fields of that schema. */
export function readRow(
  { line, values, answers }: { readonly line: number; readonly values: RowValues; readonly answers: RowAnswers },
  place: RowPlace,
  organisationId: string,
): Result<ReadRow> {
  const parsed = parseInput(reportInput, toReport(values, answers, place));
  if (!parsed.ok) return parsed;
  const input = parsed.value;
  // Answers of the desk do not make it another report: the same row from another copy of the sheet has none.
  const { followUpTo: _followUpTo, separate: _separate, ...said } = input;
  return ok({ line, input, submissionId: idOf(lookupHash("import-row", JSON.stringify([organisationId, said]))) });
}

/** The same row makes the same id, so that whatever copy of a sheet it stands in, it makes one report. */
function idOf(hash: string): string {
  const parts = [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(12, 15)}`, `a${hash.slice(15, 18)}`];
  return [...parts, hash.slice(18, 30)].join("-");
}
