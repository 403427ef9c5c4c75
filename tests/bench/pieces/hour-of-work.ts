import { randomUUID } from "node:crypto";
import { acknowledgeReport } from "@/lib/casework/commands/acknowledge-report.server";
import { closeReport } from "@/lib/casework/commands/close-report.server";
import { takeUp } from "@/lib/casework/commands/take-up.server";
import { prisma } from "@/lib/db/client.server";
import { openText } from "@/lib/db/seal.server";
import { closeReasonCodes } from "@/lib/reports/codes";
import { fileReport } from "@/lib/reports/commands/file-report.server";
import { withdrawReport } from "@/lib/reports/commands/withdraw-report.server";
import { reportInput } from "@/lib/reports/input";
import { now } from "@/lib/shared/clock";
import { NotFound } from "@/lib/shared/problem";
import { chanceFrom } from "@/prisma/seed/random";
import { officerOf, reporterOf } from "@/tests/support/viewers";

/** Moves random reports and files new ones through the doors, as a busy hour does; tells how much of it was taken. */
const [moves = 0, filings = 0] = process.argv.slice(2).map(Number);
const chance = chanceFrom(8);

interface Moved {
  readonly reference: string;
  readonly officeId: string;
  readonly officerId: string;
  readonly schoolId: string;
  readonly reporterId: string;
}

const reports = await prisma.$queryRaw<Moved[]>`
  SELECT reference, office_id AS "officeId", officer_id AS "officerId", organisation_id AS "schoolId", reporter_id AS "reporterId"
  FROM reports WHERE officer_id IS NOT NULL ORDER BY md5(reference) LIMIT ${moves}`;

async function move({ reference, officeId, officerId, schoolId, reporterId }: Moved): Promise<boolean> {
  const officer = officerOf(officeId, { accountId: officerId });
  const reporter = reporterOf(schoolId, { accountId: reporterId });
  const acts = [
    () => takeUp(officer, { reference }, now()),
    () => acknowledgeReport(officer, { reference }, now()),
    () =>
      closeReport(officer, { reference, closeReason: chance.pick(closeReasonCodes), closeNote: "student_seen" }, now()),
    () => withdrawReport(reporter, { reference, reason: "Per ongeluk." }, now()),
  ];
  // A move that the report no longer allows is refused, and one that is out of sight is not found, as it should be.
  try {
    return (await chance.pick(acts)()).ok;
  } catch (error) {
    if (error instanceof NotFound) return false;
    throw error;
  }
}

interface Absent {
  readonly sealed: string;
  readonly location: string;
  readonly brin: string;
  readonly schoolId: string;
  readonly reporterId: string;
}

const absent = await prisma.$queryRaw<Absent[]>`
  SELECT s.number_sealed AS sealed, e.location_code AS location, e.brin, l.organisation_id AS "schoolId",
    m.account_id AS "reporterId"
  FROM (SELECT * FROM students s WHERE NOT EXISTS (SELECT 1 FROM reports r WHERE r.student_id = s.id)
      ORDER BY s.number_hash DESC LIMIT ${filings}) s
    JOIN enrolments e ON e.student_id = s.id JOIN locations l ON l.id = e.location_id
    JOIN mandates m ON m.organisation_id = l.organisation_id AND m.role = 'reporter'`;

async function file({ sealed, location, brin, schoolId, reporterId }: Absent): Promise<boolean> {
  const day = now().today;
  const input = reportInput.parse({
    school: { brin, location },
    student: { number: openText(sealed) },
    type: "sixteen_hours_in_four_weeks",
    firstDay: day,
    hours: [{ day, wholeDay: true }],
    reasonCode: "truancy",
    explanation: "De leerling was vanmorgen niet in de les.",
  });
  return (await fileReport(reporterOf(schoolId, { accountId: reporterId }), input, now(), { id: randomUUID() })).ok;
}

let done = 0;
for (const report of reports) if (await move(report)) done += 1;
for (const student of absent) if (await file(student)) done += 1;
await prisma.$disconnect();
process.send?.(done, () => process.exit(0));
