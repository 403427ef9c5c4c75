import "server-only";
import { record } from "@/lib/audit/record.server";
import { transact } from "@/lib/audit/transact.server";
import { prisma } from "@/lib/db/client.server";
import { systemViewer } from "@/lib/identity/viewer";
import { type CalendarDate, toColumn } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { newId } from "@/lib/shared/ids";
import { type Dataset, datasetCodes, lastPeriod } from "./datasets";
import type { Period } from "./netting";

/**
 * Puts down what must be made: for each region with somebody to read it, the last period of each dataset that is over.
 * Once for each period and region, however often and by however many this is asked. Answers how many are new.
 */
export async function planDeliveries(now: Now): Promise<number> {
  const regions = await readRegions(now.today);
  const due = datasetCodes.flatMap((dataset) => {
    const period = lastPeriod(dataset, now.today);
    return period === null ? [] : regions.map((regionNumber) => plannedRow({ dataset, period, regionNumber }, now));
  });
  return transact(systemViewer("deliveries"), now, async (tx) => {
    const { count } = await tx.client.delivery.createMany({ data: due, skipDuplicates: true });
    if (count > 0) record(tx, { action: "delivery:plan", object: { kind: "delivery", count }, reason: "calendar" });
    return count;
  });
}

function plannedRow({ dataset, period, regionNumber }: PlannedFacts, now: Now) {
  return {
    id: newId(),
    dataset,
    regionNumber,
    periodFrom: toColumn(period.from),
    periodUntil: toColumn(period.until),
    version: 1,
    status: "planned",
    plannedAt: now.at,
  };
}

interface PlannedFacts {
  readonly dataset: Dataset;
  readonly period: Period;
  readonly regionNumber: number;
}

/** Regions with a coordinator, or with a system that fetches: a file of persons that nobody can take is not made. */
async function readRegions(today: CalendarDate): Promise<readonly number[]> {
  const rows = await prisma.$queryRaw<{ number: number }[]>`SELECT DISTINCT o.region_number AS number FROM offices o
    WHERE o.kind = 'regional' AND o.region_number IS NOT NULL AND (
      EXISTS (SELECT 1 FROM mandates m JOIN accounts a ON a.id = m.account_id AND a.disabled_at IS NULL
        WHERE m.organisation_id = o.id AND m.role = 'coordinator' AND m.valid_from_on <= ${today}::date
          AND (m.valid_until_on IS NULL OR m.valid_until_on >= ${today}::date))
      OR EXISTS (SELECT 1 FROM api_clients c WHERE c.organisation_id = o.id AND c.revoked_at IS NULL
        AND 'deliveries:read' = ANY(c.scopes)))
    ORDER BY number`;
  return rows.map(({ number }) => number);
}
