import "server-only";
import type { Prisma } from "@/lib/db/generated/client";
import { lookupHash } from "@/lib/db/seal.server";
import type { PlainPeriod } from "@/lib/directory/school-calendar";
import type { Now } from "@/lib/shared/clock";
import { factOf, lateFrom } from "./fact";
import { findStale, readPeriods, readReports, type StaleReport } from "./stale-reports.server";
import { inTurn } from "./turn.server";

type Client = Prisma.TransactionClient;

/** So many reports are counted in one transaction. */
const batchSize = 2_000;

const beforeAll = "00000000-0000-0000-0000-000000000000";

/** Counts each report that changed since it was counted last; answers how many. */
export async function keepFacts(now: Now): Promise<number> {
  await inTurn((client) => lapseTerms(client, now));
  let kept = 0;
  for (let after = beforeAll; ; ) {
    const ids = (await inTurn((client) => keepSome(client, after, now))) ?? [];
    kept += ids.length;
    if (ids.length < batchSize) return kept;
    after = ids.at(-1) ?? after;
  }
}

/** Those after an id, in order: looking from the start again for every batch would take longer the more is counted. */
async function keepSome(client: Client, after: string, now: Now): Promise<readonly string[]> {
  const ids = await findStale(client, after, batchSize);
  if (ids.length === 0) return ids;
  await markDirt(client, ids);
  const [reports, periods] = [await readReports(client, ids), await readPeriods(client)];
  await storeFacts(client, factRows(reports, periods, now.at));
  await markDirt(client, ids);
  return ids;
}

/** Reports that nobody answered, and whose term ended by the clock. */
async function lapseTerms(client: Client, now: Now): Promise<void> {
  const lapsed = await client.$queryRaw<{ id: string }[]>`UPDATE figure_facts SET is_answered_in_time = false
    WHERE is_answered_in_time IS NULL AND due_at < ${now.at} RETURNING id`;
  if (lapsed.length === 0) return;
  await markDirt(
    client,
    lapsed.map(({ id }) => id),
  );
}

function factRows(
  reports: readonly StaleReport[],
  periods: ReadonlyMap<string, readonly PlainPeriod[]>,
  at: Date,
): readonly FactRow[] {
  return reports.map((report) => {
    const own = report.owners.flatMap((owner) => periods.get(owner ?? "") ?? []);
    return rowOf(report, factOf(report, own, at));
  });
}

type FactRow = ReturnType<typeof rowOf>;

async function storeFacts(client: Client, rows: readonly FactRow[]): Promise<void> {
  const ids = rows.map(({ id }) => id);
  await client.$executeRaw`DELETE FROM figure_facts WHERE id = ANY(${ids}::uuid[])`;
  await client.$executeRaw`INSERT INTO figure_facts
    SELECT * FROM jsonb_populate_recordset(NULL::figure_facts, ${JSON.stringify(rows)}::jsonb)`;
}

function rowOf(report: StaleReport, fact: ReturnType<typeof factOf>) {
  return {
    id: report.id,
    version: report.version,
    person: personOf(report.studentId, fact.schoolYear),
    filed_on: fact.filedOn,
    month: fact.month,
    school_year: fact.schoolYear,
    organisation_id: report.organisationId,
    location_id: report.locationId,
    sector: report.sector,
    municipality_code: report.municipalityCode,
    region_number: report.regionNumber,
    office_id: report.officeId,
    is_protected: report.isProtected,
    type: report.type,
    age_band: fact.ageBand,
    outcome: fact.outcome,
    is_follow_up: report.isFollowUp,
    is_withdrawn: fact.isWithdrawn,
    is_filed_in_time: fact.isFiledInTime,
    is_answered_in_time: fact.isAnsweredInTime,
    reaction_days: fact.reactionDays,
    due_at: lateFrom(report).toISOString(),
  };
}

/** Another key in each school year, so that nobody can be followed from one year to the next. */
function personOf(studentId: string, schoolYear: string): string {
  const hash = lookupHash(`figures-${schoolYear}`, studentId);
  return BigInt.asIntN(64, BigInt(`0x${hash.slice(0, 16)}`)).toString();
}

/** Every place and period in which these facts count must be summed up again. */
async function markDirt(client: Client, ids: readonly string[]): Promise<void> {
  await client.$executeRaw`INSERT INTO figure_dirt (level, place, school_year, period)
    SELECT DISTINCT v.level, v.place, f.school_year, p.period FROM figure_facts f
      CROSS JOIN LATERAL (VALUES ('location', f.location_id::text), ('school', f.organisation_id::text),
        ('municipality', f.municipality_code), ('region', f.region_number::text), ('office', f.office_id::text),
        ('country', 'NL')) v(level, place)
      CROSS JOIN LATERAL (VALUES (f.month), (f.school_year)) p(period)
    WHERE f.id = ANY(${[...ids]}::uuid[]) AND v.place IS NOT NULL
    ON CONFLICT DO NOTHING`;
}
