import { randomUUID } from "node:crypto";
import { prisma } from "@/lib/db/client.server";
import { lookupHash, sealText } from "@/lib/db/seal.server";
import type { Role } from "@/lib/identity/roles";
import type { Viewer } from "@/lib/identity/viewer";
import { fileReport } from "@/lib/reports/commands/file-report.server";
import { type ReportInput, reportInput } from "@/lib/reports/input";
import type { FiledReport } from "@/lib/reports/open-report";
import { findStanding } from "@/lib/reports/queries/standing.server";
import { findReport } from "@/lib/reports/queries.server";
import { type Now, nowAt } from "@/lib/shared/clock";
import { newId } from "@/lib/shared/ids";
import { officerOf, reporterOf } from "@/tests/support/viewers";

/** Thursday 23 April 2026, a quarter past nine in Amsterdam. */
export const thursday: Now = nowAt(new Date("2026-04-23T07:15:00Z"));

const day = (text: string) => new Date(`${text}T00:00:00Z`);

let nextNumber = 990_000_000;
let nextBrin = 0;

/** A number that passes the eleven-test, another one at each call. */
export function aStudentNumber(): string {
  for (;;) {
    nextNumber += 1;
    const digits = [...String(nextNumber)].map(Number);
    const sum = [9, 8, 7, 6, 5, 4, 3, 2, -1].reduce((total, weight, at) => total + weight * (digits[at] ?? 0), 0);
    if (sum % 11 === 0) return String(nextNumber);
  }
}

export async function anAccount(organisationId: string, role: Role, traits: { protectedCases?: boolean } = {}) {
  const account = await prisma.account.create({
    data: {
      email: `${randomUUID()}@example.test`,
      name: `${role} ${nextBrin}`,
      mandates: {
        create: {
          organisationId,
          role,
          validFrom: day("2020-08-01"),
          grantedBy: "test",
          protectedCases: traits.protectedCases ?? false,
        },
      },
    },
    include: { mandates: { select: { id: true } } },
  });
  return { accountId: account.id, mandateId: account.mandates[0]?.id ?? "", name: account.name, role };
}

/** A school with one location, its municipality with an office and an officer, and a student who lives there. */
export async function aWorld() {
  nextBrin += 1;
  const brin = `${String(nextBrin).padStart(2, "0")}ZZ`;
  const municipality = String(2000 + nextBrin);
  await prisma.municipality.create({ data: { code: municipality, name: `Plaats ${nextBrin}`, regionNumber: 12 } });
  const school = await prisma.organisation.create({ data: { code: brin, kind: "school", name: `School ${nextBrin}` } });
  const location = await prisma.location.create({
    data: {
      organisationId: school.id,
      sector: "VO",
      brin,
      locationCode: `${brin}00`,
      name: `Locatie ${nextBrin}`,
      street: "Laan 1",
      postcode: "1234AB",
      city: "Plaats",
      municipalityCode: municipality,
    },
  });
  const office = await anOffice(municipality);
  const reporterAccount = await anAccount(school.id, "reporter");
  const officerAccount = await anAccount(office.id, "officer");
  const studentNumber = await aStudent({ municipality, locationId: location.id, brin });
  return {
    brin,
    municipality,
    school: { ...school, location },
    office,
    studentNumber,
    reporter: reporterOf(school.id, { ...reporterAccount, organisationName: school.name, role: "reporter" }),
    officer: officerOf(office.id, { ...officerAccount, organisationName: office.name, role: "officer" }),
  };
}

export type World = Awaited<ReturnType<typeof aWorld>>;

export async function anOffice(municipalityCode: string) {
  const id = newId();
  const organisation = await prisma.organisation.create({
    data: { id, code: `LP${municipalityCode}`, kind: "office", name: `Leerplicht ${municipalityCode}` },
  });
  await prisma.office.create({
    data: {
      id,
      email: `post@${municipalityCode}.example`,
      competences: {
        create: (["compulsory", "qualification", "over_18"] as const).map((regime) => ({
          municipalityCode,
          regime,
          validFrom: day("2009-08-01"),
        })),
      },
    },
  });
  return organisation;
}

interface StudentTraits {
  readonly municipality: string | null;
  readonly locationId: string;
  readonly brin: string;
  readonly birthDate?: string;
  readonly kind?: "resident" | "protected" | "unknown" | "abroad";
}

/** A student of the school, fifteen years old unless said otherwise; answers the number. */
export async function aStudent(traits: StudentTraits): Promise<string> {
  const number = aStudentNumber();
  await prisma.student.create({
    data: {
      numberHash: lookupHash("student-number", number),
      numberSealed: sealText(number),
      numberKind: "bsn",
      numberHint: number.slice(-3),
      firstName: "Sami",
      prefix: "de",
      lastName: "Boer",
      birthDate: day(traits.birthDate ?? "2011-03-02"),
      residences: {
        create: {
          residentFrom: day("2011-03-02"),
          kind: traits.kind ?? "resident",
          municipalityCode: traits.municipality,
        },
      },
      enrolments: {
        create: {
          sector: "VO",
          brin: traits.brin,
          locationCode: `${traits.brin}00`,
          locationId: traits.locationId,
          firstDay: day("2024-08-01"),
          group: "3B",
        },
      },
    },
  });
  return number;
}

/** A report that can be filed in this world; what is given replaces what is usual. */
export function aReportInput(world: World, given: Partial<Record<keyof ReportInput, unknown>> = {}): ReportInput {
  return reportInput.parse({
    school: { brin: world.brin, location: "00" },
    student: { number: world.studentNumber },
    type: "other_absence",
    firstDay: "2026-04-13",
    lastDay: "2026-04-17",
    reasonCode: "motivation",
    ...given,
  });
}

export async function aFiledReport(
  world: World,
  given: Partial<Record<keyof ReportInput, unknown>> = {},
  now: Now = thursday,
): Promise<FiledReport> {
  const filed = await fileReport(world.reporter, aReportInput(world, given), now, { id: randomUUID() });
  if (!filed.ok) throw new Error(`the report was refused: ${JSON.stringify(filed.problems)}`);
  return filed.value;
}

/** How a report stands, for whoever has just opened it. */
export async function standingOf(viewer: Viewer, now: Now, reference: string) {
  return findStanding(viewer, now, await findReport(viewer, now, reference));
}
