import { beforeAll, describe, expect, test } from "vitest";
import { listPapers } from "@/lib/attachments/queries.server";
import { recordAction } from "@/lib/casework/commands/record-action.server";
import { inboxViewCodes } from "@/lib/casework/inbox";
import { type Behind, usualIdleDays } from "@/lib/casework/oversight";
import { findDistribution } from "@/lib/casework/queries/distribution.server";
import { openCase } from "@/lib/casework/queries/open-case.server";
import { findOversight, listBehind } from "@/lib/casework/queries/oversight.server";
import { searchInbox } from "@/lib/casework/queries/search-inbox.server";
import { countInbox, findInbox } from "@/lib/casework/queries.server";
import { findConversation } from "@/lib/conversation/queries.server";
import { prisma } from "@/lib/db/client.server";
import { recordStatements } from "@/lib/db/statement-count.server";
import { findStanding } from "@/lib/reports/queries/standing.server";
import { readSearch } from "@/lib/reports/report-search";
import { withClient } from "@/prisma/roles";
import { copiesOf, counted } from "@/tests/support/at-size";
import { testOwnerUrl } from "@/tests/support/database";
import { officerOf } from "@/tests/support/viewers";
import { aFiledReport, aWorld, thursday, type World } from "@/tests/support/world";

const officeCount = 20;
const reportsEach = 700;
const big = ["reports", "students", "residences", "events", "report_days", "assignments", "attachments"] as const;
const wholeTable = new RegExp(`Seq Scan on (public\\.)?"?(${big.join("|")})"?\\b`);

let world: World;
let reference: string;
const lead = () => officerOf(world.office.id, { role: "team_lead", protectedCases: true });

/** Many offices with many students: to a plan that knows no office, one of two is half of all. */
beforeAll(async () => {
  for (let made = 0; made < officeCount; made += 1) {
    world = await aWorld();
    ({ reference } = await aFiledReport(world));
    await copiesOf((await prisma.report.findUniqueOrThrow({ where: { reference } })).id, reportsEach);
  }
  await studentsOfTheirOwn();
  await rowsOfTheirOwn();
  await counted(...big);
}, 180_000);

async function studentsOfTheirOwn(): Promise<void> {
  await prisma.$executeRaw`INSERT INTO students (id, number_hash, number_sealed, number_kind, number_hint, first_name,
      last_name, birth_date_on)
    SELECT gen_random_uuid(), 'hash' || n, '', 'bsn', '000', 'Voornaam' || n % 700, md5((n % 9000)::text), '2011-03-02'
    FROM generate_series(1, 14000) AS n`;
  await prisma.$executeRaw`INSERT INTO residences SELECT copy.* FROM residences r
    CROSS JOIN (SELECT id FROM students WHERE number_hash LIKE 'hash%') s
    CROSS JOIN LATERAL jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(), 'student_id', s.id)) copy
    WHERE r.student_id = (SELECT student_id FROM reports WHERE reference = ${reference})`;
  await prisma.$executeRaw`UPDATE reports SET student_id = s.id FROM
      (SELECT id, row_number() OVER () AS n FROM reports WHERE reference <> ${reference}) r,
      (SELECT id, row_number() OVER () AS n FROM students WHERE number_hash LIKE 'hash%') s
    WHERE reports.id = r.id AND r.n = s.n`;
}

/** The copies get a day, and the events and decisions of a report that was really filed. */
async function rowsOfTheirOwn(): Promise<void> {
  const own = (await prisma.report.findUniqueOrThrow({ where: { reference } })).id;
  await prisma.$executeRaw`INSERT INTO report_days (report_id, day_on, hours, lessons, whole_day)
    SELECT id, '2026-04-13', 2, '{}', FALSE FROM reports WHERE id <> ${own}::uuid`;
  await prisma.$executeRaw`INSERT INTO attachments (id, report_id, organisation_id, kind, format, name_sealed,
      sent_sha256, byte_count, sha256, object_key, file_key_sealed, state, uploaded_at, uploader_side, uploader_name)
    SELECT gen_random_uuid(), id, organisation_id, 'other', 'pdf', '', reference, 1, reference, gen_random_uuid(), '',
      'clean', filed_at, 'school', 'Anouk' FROM reports`;
  await prisma.$executeRaw`INSERT INTO events SELECT copy.* FROM events e CROSS JOIN reports r
    CROSS JOIN LATERAL jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid(), 'report_id', r.id)) copy
    WHERE e.report_id = ${own}::uuid AND r.id <> ${own}::uuid`;
  await prisma.$executeRaw`INSERT INTO assignments SELECT copy.* FROM assignments a CROSS JOIN reports r
    CROSS JOIN LATERAL jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid(), 'report_id', r.id)) copy
    WHERE a.report_id = ${own}::uuid AND r.id <> ${own}::uuid`;
}

describe("no page of an office reads a big table whole", () => {
  test.each(inboxViewCodes)("the list '%s', whole and with two filters, with its counts", async (view) => {
    const filter = { type: "holiday_truancy", isUrgent: true } as const;
    await expectIndexed(() => findInbox(world.officer, thursday, { view }));
    await expectIndexed(() => findInbox(world.officer, thursday, { view, filter }));
  });

  test("the counts alone", async () => {
    await expectIndexed(() => countInbox(world.officer, thursday));
  });

  test.each(["Vlasblom", "imke vlasblom", "999999990", "V-2026-7K4QX9M", "kenmerk/7"])(
    "a search for %s",
    async (text) => {
      const wish = readSearch(text);
      if (wish === null) throw new Error(text);
      await expectIndexed(() => searchInbox(world.officer, thursday, wish));
    },
  );

  test("a case with its standing, its conversation and its papers", async () => {
    await expectIndexed(async () => {
      const { report } = await openCase(world.officer, thursday, reference);
      await findStanding(world.officer, thursday, report);
      await findConversation(world.officer, thursday, report.id);
      await listPapers(world.officer, reference);
    });
  });

  test("an act on a case", async () => {
    await expectIndexed(() => recordAction(world.officer, { reference, intervention: "called" }, thursday));
  });

  test("what is to be distributed", async () => {
    await expectIndexed(() => findDistribution(lead(), thursday, null));
  });

  test("the oversight of a team lead", async () => {
    await expectIndexed(() => findOversight(lead(), thursday, usualIdleDays));
  });

  const numbers: readonly Behind[] = [
    { what: "age", age: "week" },
    { what: "age", age: "longer" },
    { what: "unopened" },
    { what: "idle", days: 10 },
    { what: "officer", officerId: null },
    { what: "outcome", closeReason: "back_to_school" },
  ];
  test.each(numbers)("the cases behind %j", async (behind) => {
    await expectIndexed(() => listBehind(lead(), thursday, behind));
  });
});

/** How the database would do this, whatever the office and whatever is asked for. */
async function expectIndexed(work: () => Promise<unknown>): Promise<void> {
  const { statements } = await recordStatements(work);
  const planned = statements.filter((statement) => /^\s*(SELECT|WITH|UPDATE)/.test(statement));
  expect(planned).not.toEqual([]);
  await withClient(testOwnerUrl(), async (owner) => {
    for (const statement of planned) {
      const { rows } = await owner.query<{ "QUERY PLAN": string }>(`EXPLAIN (GENERIC_PLAN) ${statement}`);
      const plan = rows.map((row) => row["QUERY PLAN"]).join("\n");
      expect.soft(plan, statement).not.toMatch(wholeTable);
    }
  });
}
