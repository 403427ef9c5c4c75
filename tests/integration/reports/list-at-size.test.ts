import { beforeAll, expect, test } from "vitest";
import { prisma } from "@/lib/db/client.server";
import { recordStatements } from "@/lib/db/statement-count.server";
import { countReports, listReports } from "@/lib/reports/queries.server";
import { withClient } from "@/prisma/roles";
import { copiesOf, counted } from "@/tests/support/at-size";
import { testOwnerUrl } from "@/tests/support/database";
import { aFiledReport, aWorld, thursday, type World } from "@/tests/support/world";

let world: World;

beforeAll(async () => {
  world = await aWorld();
  const { id } = await aFiledReport(world);
  await copiesOf(id, 14_000);
  await copiesOf((await aFiledReport(await aWorld())).id, 2_000);
  // Of a school that has reported for years, nearly all is done.
  await prisma.$executeRaw`UPDATE reports SET status = 'noted', closed_at = filed_at
    WHERE closed_at IS NULL AND id <> ${id}::uuid AND id::text < 'f8' AND organisation_id = ${world.school.id}::uuid`;
  await counted("reports");
}, 60_000);

test("what is open at a school is listed and counted from an index that holds nothing else", async () => {
  const asked = { view: "open" } as const;
  const list = await plansOf(() => listReports(world.reporter, thursday, asked));
  const count = await plansOf(() => countReports(world.reporter, asked));
  for (const plan of [...list, ...count]) expect(plan).toMatch(/reports_open_by_school/);
  expect(list.length).toBe(1);
  expect(count.length).toBe(1);
});

test("what a school is done with is counted from an index alone", async () => {
  const [plan] = await plansOf(() => countReports(world.reporter, { view: "done" }));
  expect(plan).toMatch(/Index Only Scan Backward using reports_done_by_school/);
});

test("no part of the list is sorted or read as a whole before its first page", async () => {
  for (const view of ["open", "done", "all"] as const) {
    const [plan] = await plansOf(() => listReports(world.reporter, thursday, { view }));
    expect(plan).not.toMatch(/Seq Scan on .?reports|Sort Key: .*filed_at/);
    const [counting] = await plansOf(() => countReports(world.reporter, { view }));
    expect(counting).not.toMatch(/Seq Scan on .?reports|Sort/);
  }
});

/** How the database would read reports for this, whatever the school. */
async function plansOf(work: () => Promise<unknown>): Promise<readonly string[]> {
  const { statements } = await recordStatements(work);
  const reading = statements.filter((statement) => statement.startsWith("SELECT") && statement.includes('"reports"'));
  return withClient(testOwnerUrl(), async (owner) => {
    const plans: string[] = [];
    for (const statement of reading) {
      const { rows } = await owner.query<{ "QUERY PLAN": string }>(`EXPLAIN (GENERIC_PLAN) ${statement}`);
      plans.push(rows.map((row) => row["QUERY PLAN"]).join("\n"));
    }
    return plans;
  });
}
