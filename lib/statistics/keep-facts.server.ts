import "server-only";
import type { Prisma } from "@/lib/db/generated/client";
import { lookupHash } from "@/lib/db/seal.server";
import type { PlainPeriod } from "@/lib/directory/school-calendar";
import type { Now } from "@/lib/shared/clock";
import { markDirt } from "./dirt.server";
import { factOf, lateFrom } from "./fact";
import { askAgainOfEarlier } from "./keep-flags.server";
import { findStale, readPeriods, readReports, type StaleReport } from "./stale-reports.server";
import { inTurn } from "./turn.server";

type Client = Prisma.TransactionClient;

/** So many reports are counted in one transaction. */
const batchSize = 2_000;

const beforeAll = "00000000-0000-0000-0000-000000000000";

/** Counts each report that changed since it was counted last; answers how many. */
export async function keepFacts(now: Now): Promise<number> {
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
  const [reports, periods] = [await readReports(client, ids, now), await readPeriods(client)];
  await storeFacts(client, factRows(reports, periods, now));
  await askAgainOfEarlier(client, ids);
  await markDirt(client, ids);
  return ids;
}

function factRows(
  reports: readonly StaleReport[],
  periods: ReadonlyMap<string, readonly PlainPeriod[]>,
  now: Now,
): readonly FactRow[] {
  return reports.map((report) => {
    const own = report.owners.flatMap((owner) => periods.get(owner ?? "") ?? []);
    return rowOf(report, factOf(report, own, now));
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
    open_for: fact.openFor,
    has_sheet: report.hasSheet,
    was_asked: report.wasAsked,
    is_reported_again: report.isReportedAgain,
  };
}

/** Another key in each school year, so that nobody can be followed from one year to the next. */
function personOf(studentId: string, schoolYear: string): string {
  const hash = lookupHash(`figures-${schoolYear}`, studentId);
  return BigInt.asIntN(64, BigInt(`0x${hash.slice(0, 16)}`)).toString();
}
