import { type Regime, regimes } from "@/lib/directory/regime";
import { type Because, becauseCodes } from "@/lib/routing/route";
import { type AbsenceTypeCode, isAbsenceType } from "./absence-types";
import {
  type CloseNote,
  type CloseReason,
  closeNotes,
  closeReasons,
  type ReasonCode,
  reasons,
  type SchoolActionCode,
  schoolActions,
} from "./codes";

interface StoredCodes {
  readonly type: string;
  readonly regime: string;
  readonly reasonCode: string;
  readonly schoolActions: readonly string[];
  readonly closeReason: string | null;
  readonly closeNote: string | null;
  readonly assignments: readonly { readonly outcome: string; readonly because: readonly string[] }[];
}

/** The codes of a stored report. A code that the tables do not know is a fault of ours and is thrown. */
export function recordCodes(report: StoredCodes) {
  const [assignment] = report.assignments;
  return {
    type: absenceTypeOf(report.type),
    regime: codeOf<Regime>(regimes, report.regime),
    reasonCode: codeOf<ReasonCode>(reasons, report.reasonCode),
    schoolActions: report.schoolActions.map((code) => codeOf<SchoolActionCode>(schoolActions, code)),
    closeReason: report.closeReason === null ? null : codeOf<CloseReason>(closeReasons, report.closeReason),
    closeNote: report.closeNote === null ? null : codeOf<CloseNote>(closeNotes, report.closeNote),
    outcome: assignment?.outcome === "unroutable" ? ("unroutable" as const) : ("assigned" as const),
    because: (assignment?.because ?? []).map((code) => codeOf<Because>(becauseCodes, code)),
  };
}

export function absenceTypeOf(code: string): AbsenceTypeCode {
  if (!isAbsenceType(code)) throw new TypeError(`unknown absence type: ${code}`);
  return code;
}

function codeOf<Code extends string>(table: Readonly<Record<Code, unknown>>, code: string): Code {
  const known = Object.keys(table) as Code[];
  const found = known.find((candidate) => candidate === code);
  if (found === undefined) throw new TypeError(`unknown code: ${code}`);
  return found;
}
