import type { SchoolLocation } from "@/lib/directory/views";
import type { Problem } from "@/lib/shared/problem";
import { absenceType, absenceTypeCodes, absenceTypes, isAbsenceType } from "../absence-types";
import { reasonCodes, reasons, schoolActionCodes, schoolActions } from "../codes";
import { readSheetDay } from "../sheet/columns";
import type { ImportRole } from "./columns";
import { arrivalOf, type HourCount, hoursOf, readEntries } from "./days";
import type { RowAnswers, RowValues } from "./values";

export type OwnLocation = Pick<SchoolLocation, "id" | "name" | "brin" | "locationCode" | "sector">;

export interface RowPlace {
  readonly locations: readonly OwnLocation[];
  /** Where the register says that this student has lessons; of who is not known there the first one. Null: there is none. */
  readonly usual: OwnLocation | null;
}

/** A row in the shape of a report; the schema judges, this only reshapes. */
export function toReport(values: RowValues, answers: RowAnswers, place: RowPlace) {
  const location = locationOf(values.location ?? "", place);
  return {
    school: schoolOf(location, values.location ?? ""),
    student: { number: values.student ?? "" },
    type: typeIn(values.type ?? ""),
    ...askedOf(values, location?.sector),
    reasonCode: reasonIn(values.reason ?? ""),
    explanation: given(values.explanation),
    schoolActions: listOf(values.actions).map((text) => codeIn(text, schoolActionCodes, schoolActions)),
    parentPhone: given(values.parentPhone),
    ownReference: given(values.ownReference),
    ...answers,
  };
}

function given(text: string | undefined): string | undefined {
  return text === undefined || text === "" ? undefined : text;
}

function listOf(text = ""): readonly string[] {
  return text
    .split(/[,;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

/** How people shorten the names of the types. */
const typeWords: Readonly<Record<string, string>> = {
  "16 uur": "sixteen_hours_in_four_weeks",
  "16 uur verzuim": "sixteen_hours_in_four_weeks",
  langdurig: "long_term_non_attendance",
  luxe: "holiday_truancy",
  "18+": "over_18_absence",
  "18 plus": "over_18_absence",
  "te laat": "late_arrival",
  overig: "other_absence",
};

/** The type of absence that a cell names; what names none is given back as it is. */
export function typeIn(text: string): string {
  return codeIn(text, absenceTypeCodes, absenceTypes, typeWords);
}

export function reasonIn(text: string): string {
  return codeIn(text, reasonCodes, reasons);
}

/** The code itself, or its name in either language; anything else goes on as it is, and is refused. */
function codeIn<Code extends string>(
  text: string,
  codes: readonly Code[],
  table: Readonly<Record<Code, { readonly label: { nl: string; en: string } } | { nl: string; en: string }>>,
  others: Readonly<Record<string, string>> = {},
): string {
  const wanted = text.toLowerCase();
  const found = codes.find((code) => {
    const entry = table[code];
    const { nl, en } = "label" in entry ? entry.label : entry;
    return [code, nl.toLowerCase(), en.toLowerCase()].includes(wanted);
  });
  return found ?? others[wanted] ?? text;
}

/** As a form and a default name it. */
export function locationValue({ sector, locationCode }: Pick<OwnLocation, "sector" | "locationCode">): string {
  return `${sector}:${locationCode}`;
}

/** The own location that a cell names, as a form names it; what names none is given back as it is. */
export function locationIn(text: string, locations: readonly OwnLocation[]): string {
  const found = locationOf(text, { locations, usual: null });
  return found === undefined ? text : locationValue(found);
}

/** The code of a location, its last two signs, or its name; without any, where the student has lessons. */
function locationOf(text: string, { locations, usual }: RowPlace): OwnLocation | undefined {
  if (text === "") return usual ?? undefined;
  const wanted = text.toLowerCase();
  const fits = locations.filter((own) =>
    [locationValue(own), own.locationCode, own.locationCode.slice(-2), own.name].some(
      (known) => known.toLowerCase() === wanted,
    ),
  );
  return fits.find((one) => one.id === usual?.id) ?? fits[0];
}

function schoolOf(location: OwnLocation | undefined, text: string) {
  if (location === undefined) return { brin: text.slice(0, 4), location: text };
  const { brin, locationCode, sector } = location;
  return { brin, location: locationCode, sector };
}

/** Only what this type asks: one sheet holds reports of several types. */
function askedOf(values: RowValues, sector: string | undefined) {
  const type = typeIn(values.type ?? "");
  if (!isAbsenceType(type)) return {};
  const { asks } = absenceType(type);
  const entries = readEntries(values.days ?? "");
  const counts: HourCount = sector === "PO" || sector === "SO" ? "clock" : "lessons";
  return {
    ...(asks.period === "period" ? periodOf(values, entries) : {}),
    hours: asks.hours && entries.length > 0 ? entries.map((entry) => hoursOf(entry, counts)) : undefined,
    arrivals: asks.arrivals ? arrivalsOf(values, entries) : undefined,
  };
}

/** A report of days that were named one by one begins with the first of them. */
function periodOf(values: RowValues, entries: ReturnType<typeof readEntries>) {
  const [first] = entries.map(({ day }) => day).sort();
  return { firstDay: dayOf(values.firstDay) ?? first, lastDay: dayOf(values.lastDay) };
}

function dayOf(text: string | undefined): string | undefined {
  const written = given(text);
  return written === undefined ? undefined : (readSheetDay(written) ?? written);
}

function arrivalsOf({ firstDay, minutes }: RowValues, entries: ReturnType<typeof readEntries>) {
  if (entries.length > 0) return entries.map(arrivalOf);
  const day = dayOf(firstDay);
  return day === undefined ? undefined : [arrivalOf({ day, amount: minutes ?? "" })];
}

const roleOfField: Readonly<Record<string, ImportRole>> = {
  student: "student",
  type: "type",
  firstDay: "firstDay",
  lastDay: "lastDay",
  hours: "days",
  arrivals: "days",
  reasonCode: "reason",
  explanation: "explanation",
  schoolActions: "actions",
  school: "location",
  parentPhone: "parentPhone",
  ownReference: "ownReference",
};

/** Days that stand in another report: no column mends that, somebody must say what it is. */
const asksForAnswer = new Set(["overlapping-report", "row-overlaps"]);

/** Problems at the columns where they are mended, one at each; what is about the whole row has none. */
export function atColumns(problems: readonly Problem[], values: RowValues): readonly Problem[] {
  const placed = problems.map(({ field: _field, ...problem }, index): Problem => {
    const role = roleOf(problems[index]?.field, values);
    if (role !== null) return { ...asSeen(problem, role, values), field: role };
    return asksForAnswer.has(problem.code) ? { ...problem, field: "overlap" } : problem;
  });
  return placed.filter(
    ({ field }, index) => field === undefined || placed.findIndex((other) => other.field === field) === index,
  );
}

/** Null: it is about the whole row. */
function roleOf(field: string | undefined, values: RowValues): ImportRole | null {
  const name = field?.split(".")[0] ?? "";
  if (name === "arrivals" && (values.days ?? "") === "") return field?.endsWith("minutes") ? "minutes" : "firstDay";
  return roleOfField[name] ?? null;
}

/** In a sheet sector, BRIN and code are one column, and a number that is not there is not wrong. */
function asSeen(problem: Problem, role: ImportRole, values: RowValues): Problem {
  const isEmpty = (values[role] ?? "") === "";
  if (role === "location") return { ...problem, code: isEmpty ? "location-missing" : "location-unknown" };
  return role === "student" && isEmpty ? { ...problem, code: "required" } : problem;
}
