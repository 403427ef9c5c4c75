import type { AbsenceTypeCode } from "./absence-types";

/** The answers to the three questions that choose a type; the register answers the fourth. */
export interface FitAnswers {
  readonly what: "missed" | "late" | "holiday";
  /** Null: not answered, or not asked. */
  readonly isLong: boolean | null;
  /** Null: not answered, or not asked. */
  readonly isSixteen: boolean | null;
  readonly isAdult: boolean;
}

/** The type that fits. More than four weeks on end goes before hours; the sixteen hours are for who must go to school. */
export function fittingType({ what, isLong, isSixteen, isAdult }: FitAnswers): AbsenceTypeCode {
  if (what === "late") return "late_arrival";
  if (what === "holiday") return isAdult ? "other_absence" : "holiday_truancy";
  if (isLong === true) return isAdult ? "over_18_absence" : "long_term_non_attendance";
  return isSixteen === true && !isAdult ? "sixteen_hours_in_four_weeks" : "other_absence";
}

export function readFit(
  texts: Readonly<Record<"what" | "long" | "sixteen", string>>,
  isAdult: boolean,
): FitAnswers | null {
  const what = (["missed", "late", "holiday"] as const).find((one) => one === texts.what);
  return what === undefined ? null : { what, isLong: saidIn(texts.long), isSixteen: saidIn(texts.sixteen), isAdult };
}

function saidIn(text: string): boolean | null {
  return text === "" ? null : text === "yes";
}
