import "server-only";
import { record } from "@/lib/audit/record.server";
import { type Transaction, transact } from "@/lib/audit/transact.server";
import { log } from "@/lib/config/log.server";
import { Prisma } from "@/lib/db/generated/client";
import { systemViewer } from "@/lib/identity/viewer";
import { enqueue } from "@/lib/notifications/outbox.server";
import { addDays, toColumn } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { readAhead } from "@/lib/shared/read-ahead";
import type { Counts } from "./balance";
import { type Claim, claimDelivery, goOn, goOnWith, mine } from "./claim.server";
import { goesOn } from "./datasets";
import { fileDays } from "./delivery";
import { countGroups, makeFiles } from "./make-files.server";
import { codesOfRegion, loadPeople } from "./people.server";
import { type Row, rowOf } from "./row";
import { openSearch, type Search } from "./search.server";

/**
 * Makes what waits, one delivery after another, until nothing does; answers how many came ready. It may be cut off
 * anywhere: persons that were read stay read, files that were half are made anew, and only a whole delivery is ready.
 */
export async function produceDeliveries(now: Now, stopAt = Number.POSITIVE_INFINITY): Promise<number> {
  let made = 0;
  const search = openSearch();
  while (Date.now() < stopAt) {
    const claim = await claimDelivery(now);
    if (claim === null) return made;
    if (await produce(claim, search, now)) made += 1;
  }
  return made;
}

/** One that fails does not hold up the others: it is tried again when its lease is over. */
async function produce(claim: Claim, search: Search, now: Now): Promise<boolean> {
  try {
    await readPersons(claim, search);
    const counts = await countGroups(claim);
    const title = await makeFiles(claim, counts, now);
    return await finish(claim, { counts, title }, now);
  } catch (error) {
    log().error({ err: error, deliveryId: claim.id, attempt: claim.attempt }, "a delivery was not made; trying again");
    return false;
  }
}

async function readPersons(claim: Claim, search: Search): Promise<void> {
  const atlas = await search.atlas();
  const { dataset, period, previousId, regionNumber, wishes } = claim;
  const codes = codesOfRegion(atlas, regionNumber);
  const asked = { dataset, period, previousId, codes, regionNumber, ages: wishes?.ages ?? null };
  const candidates = await search.candidates(asked, claim);
  if (claim.cursor === null) await goOn(claim, { personsTotal: candidates.length });
  const wish = {
    dataset,
    period,
    regionNumber,
    goesOn: previousId !== null && goesOn(dataset),
    ages: wishes?.ages ?? null,
    municipalities: wishes?.municipalities ?? [],
  };
  for await (const { ids, people } of readAhead(loadPeople(asked, atlas, candidates))) {
    const rows = people.flatMap((person) => {
      const row = rowOf(person, wish);
      return row === null ? [] : [{ ...row, studentId: person.studentId, isProtected: person.isProtected }];
    });
    const cursor = ids.at(-1);
    if (cursor !== undefined) await keepRows(claim, rows, { cursor, read: ids.length });
  }
}

interface ReadRow extends Row {
  readonly studentId: string;
  readonly isProtected: boolean;
}

/** Rows and the place where they end are stored together, so that nobody is read twice or left out. */
async function keepRows(
  claim: Claim,
  rows: readonly ReadRow[],
  { cursor, read }: { readonly cursor: string; readonly read: number },
): Promise<void> {
  await goOnWith(
    claim,
    Prisma.sql`cursor = ${cursor}::uuid, persons_done = persons_done + ${read}`,
    // As one value, and as text until its facts are stored: two thousand rows are fourteen thousand values otherwise.
    Prisma.sql`INSERT INTO delivery_rows (delivery_id, student_id, class, was_open, is_open, is_protected, facts)
      SELECT mine.id, r."studentId", r.class, r."wasOpen", r."isOpen", r."isProtected", r.facts
      FROM mine, json_to_recordset(${JSON.stringify(rows)}::json) AS r("studentId" uuid, class text, "wasOpen" boolean,
        "isOpen" boolean, "isProtected" boolean, facts jsonb)`,
  );
}

interface Made {
  readonly counts: Counts;
  readonly title: string;
}

async function finish(claim: Claim, { counts, title }: Made, now: Now): Promise<boolean> {
  return transact(systemViewer("deliveries"), now, async (tx) => {
    const { count } = await tx.client.delivery.updateMany({
      where: mine(claim),
      data: {
        status: "ready",
        leasedUntil: null,
        counts: { ...counts, byClass: { ...counts.byClass }, gone: { ...counts.gone } },
        readyAt: now.at,
        expiresOn: toColumn(addDays(now.today, fileDays)),
      },
    });
    if (count === 0) return false;
    record(tx, {
      action: "delivery:make",
      object: { kind: "delivery", id: claim.id, count: counts.persons },
      reason: claim.wishes === null ? "calendar" : "asked",
    });
    await tellOffices(tx, claim, { counts, title });
    return true;
  });
}

async function tellOffices(tx: Transaction, claim: Claim, { counts, title }: Made): Promise<void> {
  const offices = await tx.client.office.findMany({
    where: { kind: "regional", regionNumber: claim.regionNumber },
    select: { id: true },
  });
  for (const { id } of offices) {
    enqueue(tx, "delivery-ready", {
      deliveryId: claim.id,
      officeId: id,
      title,
      newCount: counts.byClass.new ?? 0,
      backCount: counts.byClass.back ?? 0,
    });
  }
}
