import "server-only";
import { z } from "zod";
import { Prisma } from "@/lib/db/generated/client";
import { ask } from "@/lib/db/statement.server";
import type { Viewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import type { ReportFacts } from "@/lib/policy/report-rules";
import { type CalendarDate, dayOf, endOfDay, startOfDay } from "@/lib/shared/calendar-date";
import { readFactsThen } from "./replay";
import type { PastReport } from "./trial";
import { type TrialInput, trialSizes } from "./trial-input";

const chunkSize = 1_000;

interface PastReports {
  readonly count: number;
  /** The day on which the office got the first of them. Null: there are none. */
  readonly oldestOn: CalendarDate | null;
  /** There are earlier ones in the period, which are left out. */
  readonly hasMore: boolean;
  /** The reports, in the order in which the office got them. What cannot be read any more is left out. */
  readonly chunks: () => AsyncGenerator<PastChunk>;
}

interface PastChunk {
  readonly asked: number;
  readonly reports: readonly PastReport[];
}

/** What an office got by rule in a period, or last. Which ones is settled at once; what they say is read as they go. */
export async function findPastReports(
  viewer: Viewer,
  officeId: string,
  period: Pick<TrialInput, "from" | "until">,
): Promise<PastReports> {
  const isPeriod = period.from !== undefined || period.until !== undefined;
  const most = isPeriod ? trialSizes.period : trialSizes.latest;
  const found = await latestDecisions(officeId, period, most + 1);
  const inOrder = found.slice(0, most).reverse();
  const ids = inOrder.map(({ id }) => id);
  const oldest = inOrder[0];
  return {
    count: ids.length,
    oldestOn: oldest === undefined ? null : dayOf(oldest.decidedAt),
    hasMore: isPeriod && found.length > most,
    chunks: async function* () {
      for (let at = 0; at < ids.length; at += chunkSize) {
        const asked = ids.slice(at, at + chunkSize);
        yield { asked: asked.length, reports: await readDecisions(viewer, asked) };
      }
    },
  };
}

interface DecidedThen {
  readonly id: string;
  readonly decidedAt: Date;
}

/** The latest first. */
async function latestDecisions(
  officeId: string,
  { from, until }: Pick<TrialInput, "from" | "until">,
  most: number,
): Promise<readonly DecidedThen[]> {
  const since = from === undefined ? Prisma.empty : Prisma.sql`AND decided_at >= ${startOfDay(from)}`;
  const upTo = until === undefined ? Prisma.empty : Prisma.sql`AND decided_at <= ${endOfDay(until)}`;
  return ask<DecidedThen>(Prisma.sql`
    SELECT id, decided_at AS "decidedAt" FROM assignments WHERE office_id = ${officeId}::uuid AND placed_by IS NULL ${since} ${upTo}
    ORDER BY decided_at DESC, id DESC LIMIT ${most}`);
}

const dutyRegime = z.enum(["compulsory", "qualification", "over_18"]);

interface DecisionRow extends ReportFacts {
  readonly decidedAt: Date;
  readonly regime: string;
  readonly facts: unknown;
  readonly reference: string;
}

async function readDecisions(viewer: Viewer, ids: readonly string[]): Promise<readonly PastReport[]> {
  const rows = await ask<DecisionRow>(Prisma.sql`
    SELECT a.decided_at AS "decidedAt", a.regime, a.facts, r.reference, r.organisation_id AS "organisationId",
      r.location_id AS "locationId", r.office_id AS "officeId", r.is_protected AS "isProtected"
    FROM assignments a JOIN reports r ON r.id = a.report_id WHERE a.id = ANY(${ids}::uuid[])
    ORDER BY a.decided_at, a.id`);
  return rows.flatMap((row) => toPastReport(viewer, row) ?? []);
}

function toPastReport(viewer: Viewer, row: DecisionRow): PastReport | null {
  const facts = readFactsThen(row.facts);
  const regime = dutyRegime.safeParse(row.regime);
  if (facts === null || !regime.success) return null;
  return {
    reference: can(viewer, "report:read", row) ? row.reference : null,
    receivedAt: row.decidedAt.toISOString(),
    regime: regime.data,
    facts,
  };
}
