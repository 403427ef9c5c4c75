import type { DutyRegime } from "@/lib/directory/regime";
import type { ResidenceFacts, RoutingFacts } from "@/lib/routing/facts";
import { toRoutingTable } from "@/lib/routing/facts-rows";
import type { RoutingTable } from "@/lib/routing/table";
import { type CalendarDate, calendarDate } from "@/lib/shared/calendar-date";

export function day(text: string): CalendarDate {
  return calendarDate.parse(text);
}

type Rows = Parameters<typeof toRoutingTable>[0];
type Change = Rows["changes"][number];

const always = { from: day("2010-01-01"), until: null };

export function office(code: string, kind: "municipal" | "joint" | "regional" = "municipal") {
  return { id: `id-${code}`, code, name: `Kantoor ${code}`, kind };
}

export function competence(code: string, municipalityCode: string, regime: DutyRegime, from = "2010-01-01") {
  return { officeId: `id-${code}`, municipalityCode, regime, from: day(from), until: null as CalendarDate | null };
}

export function officer(code: string, name: string, traits: Partial<Rows["officers"][number]> = {}) {
  return {
    officeId: `id-${code}`,
    id: `id-${name}`,
    name,
    role: "officer",
    protectedCases: false,
    openReports: 0,
    locationIds: [],
    workDays: [],
    caseCap: null,
    noNewFrom: null,
    leaves: [],
    lastGivenAt: null,
    ...always,
    ...traits,
  };
}

export function change(oldCode: string, newCode: string, effectiveOn: string, kind: Change["kind"] = "merger"): Change {
  return { oldCode, newCode, effectiveOn: day(effectiveOn), kind };
}

export function area(postcode: string, municipalityCode: string, from = "1900-01-01", until: string | null = null) {
  return { postcode, municipalityCode, from: day(from), until: until === null ? null : day(until) };
}

/** Enschede has an office of its own, Leiden and Oegstgeest share one, region 12 looks after who is over 18. */
export function country(extra: Partial<Rows> = {}): RoutingTable {
  return toRoutingTable(countryRows(extra));
}

export function countryRows(extra: Partial<Rows> = {}): Rows {
  const enschede = office("ENSCHEDE");
  const bureau = office("RBL", "joint");
  const region = office("R12", "regional");
  return {
    municipalities: [
      { code: "0153", name: "Enschede" },
      { code: "0546", name: "Leiden" },
      { code: "0579", name: "Oegstgeest" },
      { code: "0014", name: "Groningen" },
      ...(extra.municipalities ?? []),
    ],
    changes: extra.changes ?? [],
    areas: extra.areas ?? [area("7511", "0153"), area("2311", "0546")],
    competences: [
      competence("ENSCHEDE", "0153", "compulsory"),
      competence("ENSCHEDE", "0153", "qualification"),
      competence("RBL", "0546", "compulsory"),
      competence("RBL", "0579", "compulsory"),
      competence("R12", "0153", "over_18"),
      ...(extra.competences ?? []),
    ],
    offices: [enschede, bureau, region, ...(extra.offices ?? [])],
    officers: extra.officers ?? [],
    ruleSets: extra.ruleSets ?? [],
  };
}

export function livesIn(
  municipalityCode: string | null,
  traits: Partial<Omit<ResidenceFacts, "municipalityCode">> = {},
): ResidenceFacts {
  return { from: day("2015-01-01"), kind: "resident", municipalityCode, postcode: null, ...traits };
}

/** Somebody of 13 who lives in Enschede, absent since 2 March 2026, reported four days later. */
export function report(traits: Partial<RoutingFacts> = {}): RoutingFacts {
  return {
    student: {
      id: "student-1",
      birthDate: day("2012-09-10"),
      basicQualificationOn: null,
      deceasedOn: null,
      enrolments: [],
      exemptions: [],
    },
    residences: [livesIn("0153")],
    stay: null,
    openCases: [],
    locationId: "location-1",
    schoolId: "school-1",
    type: "other_absence",
    isUrgent: false,
    letters: "BO",
    level: null,
    firstDay: day("2026-03-02"),
    filedOn: day("2026-03-06"),
    ...traits,
  };
}

/** The same, born on another day. */
export function reportOf(birthDate: string, traits: Partial<RoutingFacts> = {}): RoutingFacts {
  const facts = report(traits);
  return { ...facts, student: { ...facts.student, birthDate: day(birthDate) } };
}
