import { randomBytes, randomUUID } from "node:crypto";
import { takeUp } from "@/lib/casework/commands/take-up.server";
import { createClient } from "@/lib/couplings/commands/create-client.server";
import { issueToken } from "@/lib/couplings/commands/issue-token.server";
import { prisma } from "@/lib/db/client.server";
import { lookupHash, openText } from "@/lib/db/seal.server";
import { sealSession } from "@/lib/identity/auth.server";
import { cookiesOf } from "@/lib/identity/session-cookie";
import { systemViewer } from "@/lib/identity/viewer";
import { fileReport } from "@/lib/reports/commands/file-report.server";
import { reportInput } from "@/lib/reports/input";
import { now } from "@/lib/shared/clock";
import type { Prepared, PreparedClient } from "@/tests/bench/prepared";
import { officerOf, reporterOf } from "@/tests/support/viewers";

/** Makes what the load needs: somebody who is signed in, coupled systems with students, and two cases to look at. */
const clientCount = 32;
const longStory = 500;

const busiest = await prisma.$queryRaw<{ id: string }[]>`
  SELECT office_id AS id FROM reports GROUP BY office_id ORDER BY count(*) DESC, office_id LIMIT 1`;
const officeId = busiest[0]?.id ?? "";
const mandate = await prisma.mandate.findFirstOrThrow({
  where: { organisationId: officeId, role: "officer" },
  orderBy: { id: "asc" },
  include: { account: true },
});
const officer = officerOf(officeId, { accountId: mandate.accountId, name: mandate.account.name });

async function signIn({ id, accountId }: { readonly id: string; readonly accountId: string }): Promise<string> {
  const sid = randomBytes(32).toString("base64url");
  const { at } = now();
  const expiresAt = new Date(at.getTime() + 8 * 3_600_000);
  await prisma.session.create({
    data: {
      tokenHash: lookupHash("session", sid),
      accountId,
      mandateId: id,
      factors: 2,
      authenticatedAt: at,
      lastInputAt: at,
      expiresAt,
      device: "bench",
    },
  });
  return `${cookiesOf(null).session.name}=${await sealSession(sid, 8 * 3_600)}`;
}

async function aClient(code: string): Promise<PreparedClient> {
  const created = await createClient(
    systemViewer("command-line"),
    { organisation: code, scopes: ["reports:file"] },
    now(),
  );
  if (!created.ok) throw new Error(`no client for ${code}`);
  const issued = await issueToken(systemViewer("sign-in"), { ...created.value, scopes: null, network: "bench" }, now());
  if (!issued.ok) throw new Error(`no token for ${code}`);
  return { token: issued.value.token, students: await studentsWithoutReports(code, 300) };
}

async function studentsWithoutReports(code: string, count: number) {
  const rows = await prisma.$queryRaw<{ sealed: string; location: string }[]>`
    SELECT s.number_sealed AS sealed, e.location_code AS location FROM enrolments e JOIN students s ON s.id = e.student_id
    WHERE e.brin = ${code} AND NOT EXISTS (SELECT 1 FROM reports r WHERE r.student_id = s.id) ORDER BY e.id LIMIT ${count}`;
  return rows.map(({ sealed, location }) => ({ number: openText(sealed), location, brin: code }));
}

/** A report at the busiest office, filed and taken up through the doors: three events. */
async function aCase(skip: number): Promise<string> {
  const [student] = await prisma.$queryRaw<{ sealed: string; location: string; brin: string; school: string }[]>`
    SELECT s.number_sealed AS sealed, e.location_code AS location, e.brin, l.organisation_id AS school FROM students s
    JOIN enrolments e ON e.student_id = s.id JOIN locations l ON l.id = e.location_id
    JOIN residences r ON r.student_id = s.id JOIN competences c ON c.municipality_code = r.municipality_code
    WHERE c.office_id = ${officeId}::uuid AND NOT EXISTS (SELECT 1 FROM reports x WHERE x.student_id = s.id)
      AND (SELECT count(*) FROM residences o WHERE o.student_id = s.id) = 1
    ORDER BY s.number_hash DESC OFFSET ${skip} LIMIT 1`;
  if (student === undefined) throw new Error("nobody is left for a case");
  const reporter = await prisma.mandate.findFirstOrThrow({
    where: { organisationId: student.school, role: "reporter" },
    include: { account: true },
  });
  const day = now().today;
  const input = reportInput.parse({
    school: { brin: student.brin, location: student.location },
    student: { number: openText(student.sealed) },
    type: "sixteen_hours_in_four_weeks",
    firstDay: day,
    hours: [{ day, wholeDay: true }],
    reasonCode: "truancy",
    explanation: "De leerling was vanmorgen niet in de les.",
  });
  const filer = reporterOf(student.school, { accountId: reporter.accountId, name: reporter.account.name });
  const filed = await fileReport(filer, input, now(), { id: randomUUID() });
  if (!filed.ok) throw new Error(`the case was refused: ${JSON.stringify(filed.problems)}`);
  const { reference } = filed.value;
  const taken = await takeUp(officer, { reference }, now());
  if (!taken.ok) throw new Error(`the case was not taken up: ${JSON.stringify(taken.problems)}`);
  return reference;
}

async function lengthen(reference: string): Promise<void> {
  await prisma.$executeRaw`
    INSERT INTO events (id, report_id, kind, version, at, actor_side, actor_name, actor_organisation, actor_id, status, data)
    SELECT uuidv7(), r.id, 'acted', 1, now(), 'office', ${mandate.account.name}, 'Leerplicht', ${mandate.accountId}::uuid,
      r.status, jsonb_build_object('intervention', 'called', 'on', to_char(now(), 'YYYY-MM-DD'), 'words', NULL)
    FROM reports r CROSS JOIN generate_series(1, ${longStory - 3}) WHERE r.reference = ${reference}`;
}

const schools = await prisma.organisation.findMany({
  where: { kind: "school" },
  orderBy: { code: "asc" },
  take: clientCount,
});
const shortCase = await aCase(0);
const longCase = await aCase(1);
await lengthen(longCase);
const clients: PreparedClient[] = [];
for (const { code } of schools) clients.push(await aClient(code));
const reporter = await prisma.mandate.findFirstOrThrow({ where: { role: "reporter" }, orderBy: { id: "asc" } });
const cookies = { cookie: await signIn(mandate), reporterCookie: await signIn(reporter) };
const prepared: Prepared = { ...cookies, officeId, shortCase, longCase, clients };
await prisma.$disconnect();
process.send?.(prepared, () => process.exit(0));
