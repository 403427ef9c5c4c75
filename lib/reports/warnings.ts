import type { Regime } from "@/lib/directory/regime";
import type { Duty, DutyGround } from "@/lib/directory/regime-on";
import { isSchoolDay, type PlainPeriod } from "@/lib/directory/school-calendar";
import { dayAfter } from "@/lib/shared/plain-days";
import { type AbsenceTypeCode, absenceType, fitsRegime } from "./absence-types";

export const warningCodes = {
  "type-does-not-fit": {
    nl: "Deze soort verzuim past niet bij de plicht die voor deze leerling geldt. De melding is wel verstuurd.",
    en: "This type of absence does not fit the duty of this student. The report has been sent all the same.",
  },
  "end-needed-later": {
    nl: "Vul de laatste dag in zodra de leerling weer op school is.",
    en: "Enter the last day as soon as the student is back at school.",
  },
  "no-school-day": {
    nl: "Geen van deze dagen is een schooldag: het is weekend, vakantie of een feestdag. Kloppen de dagen?",
    en: "None of these days is a school day: it is weekend, holiday or a public holiday. Are the days right?",
  },
  "follow-up-early": {
    nl: "De leerling bleef weg sinds de vorige melding. Per zeven dagen is één melding genoeg; deze komt eerder.",
    en: "The student has stayed away since the last report. One report per seven days is enough; this one comes earlier.",
  },
  "student-exempt": {
    nl: "Volgens het register is deze leerling op de eerste dag vrijgesteld. Er geldt dan geen plicht. Klopt dat niet? Neem dan contact op met het loket.",
    en: "According to the register this student is exempt on the first day. No duty applies then. Is that wrong? Then contact the desk.",
  },
  "student-qualified": {
    nl: "Volgens het register heeft deze leerling een startkwalificatie. Er geldt dan geen plicht meer. Klopt dat niet? Neem dan contact op met het loket.",
    en: "According to the register this student has a basic qualification. No duty applies any more then. Is that wrong? Then contact the desk.",
  },
  "number-in-text": {
    nl: "In de toelichting staat een getal van negen cijfers. Zet geen BSN in de tekst.",
    en: "The explanation holds a number of nine digits. Do not put a BSN in the text.",
  },
} as const satisfies Record<string, { nl: string; en: string }>;

export type WarningCode = keyof typeof warningCodes;

export function isWarning(code: string): code is WarningCode {
  return Object.hasOwn(warningCodes, code);
}

const nineDigits = /(?:^|\D)\d(?:[ .]?\d){8}(?:\D|$)/;

/** What the school should know, without the report being refused for it. */
export function warningsOf(report: {
  readonly type: AbsenceTypeCode;
  readonly regime: Regime;
  readonly firstDay: string;
  /** Null: not back yet. */
  readonly lastDay: string | null;
  /** Of the calendars that hold for the student. */
  readonly periods: readonly PlainPeriod[];
  readonly texts: readonly (string | undefined)[];
}): readonly WarningCode[] {
  const warnings: WarningCode[] = [];
  if (report.regime !== "none" && !fitsRegime(report.type, report.regime)) warnings.push("type-does-not-fit");
  if (absenceType(report.type).needsEnd && report.lastDay === null) warnings.push("end-needed-later");
  if (report.lastDay !== null && !hasSchoolDay(report.firstDay, report.lastDay, report.periods))
    warnings.push("no-school-day");
  if (report.texts.some((text) => text !== undefined && nineDigits.test(text))) warnings.push("number-in-text");
  return warnings;
}

function hasSchoolDay(firstDay: string, lastDay: string, periods: readonly PlainPeriod[]): boolean {
  for (let day = firstDay; day <= lastDay; day = dayAfter(day, 1)) if (isSchoolDay(day, periods)) return true;
  return false;
}

const groundsToTell: Partial<Record<DutyGround, WarningCode>> = {
  exempt: "student-exempt",
  "basic-qualification": "student-qualified",
};

/** Why no duty applies, where the register says something that the school may know better. */
export function dutyWarnings({ ground }: Duty): readonly WarningCode[] {
  const code = groundsToTell[ground];
  return code === undefined ? [] : [code];
}
