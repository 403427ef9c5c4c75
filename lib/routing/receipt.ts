import { type RoutingFacts, residenceOn } from "./facts";
import type { TableRows } from "./facts-rows";
import { compileOfficeRules, matchingRules } from "./office-rules/compile";
import type { Route } from "./route";

interface Decided {
  readonly route: Route;
  readonly facts: RoutingFacts;
  /** The rows that the routing table was made of. */
  readonly rows: TableRows;
}

/** Behind the digits of a postcode: enough to tell the two apart, and not a street. */
const marks = { home: "H", stay: "S" } as const;

/**
 * What decided, as it was: codes, days, digits and letters, no name and no number of a student. The assignment outlives
 * the student's address, so a postcode is kept as its digits, and of the residences only the one that counted.
 */
export function factsAsTheyWere(facts: RoutingFacts) {
  const { student, residences, stay, ...report } = facts;
  const { birthDate, basicQualificationOn, deceasedOn, exemptions } = student;
  const home = residenceOn(facts, facts.firstDay);
  return {
    ...report,
    student: {
      birthDate,
      basicQualificationOn,
      deceasedOn,
      exemptions,
      enrolments: student.enrolments.map(({ sector, firstDay, lastDay, diploma }) => ({
        sector,
        firstDay,
        lastDay,
        diploma,
      })),
    },
    residences: residences.map((residence) => ({
      from: residence.from,
      kind: residence.kind,
      municipalityCode: residence.municipalityCode,
      postcode: residence === home ? marked(residence.postcode, marks.home) : null,
    })),
    stay: stay === null ? null : { postcode: `${stay.postcode.slice(0, 4)}${marks.stay}` },
  };
}

function marked(postcode: string | null, mark: string): string | null {
  return postcode === null ? null : `${postcode.slice(0, 4)}${mark}`;
}

/** Of the rows that were read those that decided: only the office that got it, and of its rules those that matched. */
export function tableAsItWas({ route, facts, rows }: Decided): TableRows {
  const officeId = route.kind === "assigned" ? route.office.id : null;
  const ofOffice = (row: { readonly officeId: string }) => row.officeId === officeId;
  return {
    ...rows,
    areas: rows.areas.flatMap((area) => areaAsItWas(area, facts)),
    officers: rows.officers.filter(ofOffice),
    ruleSets: rows.ruleSets.filter(ofOffice).map((set) => ({
      ...set,
      rules: [...matchingRules(compileOfficeRules(set), facts, facts.filedOn)],
    })),
  };
}

type Area = TableRows["areas"][number];

function areaAsItWas(area: Area, facts: RoutingFacts): readonly Area[] {
  const digits = area.postcode.slice(0, 4);
  if (area.postcode === digits) return [area];
  const home = residenceOn(facts, facts.firstDay)?.postcode === area.postcode ? [marks.home] : [];
  const stay = facts.stay?.postcode === area.postcode ? [marks.stay] : [];
  return [...home, ...stay].map((mark) => ({ ...area, postcode: `${digits}${mark}` }));
}
