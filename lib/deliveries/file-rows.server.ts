import "server-only";
import { Prisma } from "@/lib/db/generated/client";
import { openText } from "@/lib/db/seal.server";
import { ask } from "@/lib/db/statement.server";
import { readAhead } from "@/lib/shared/read-ahead";
import type { Class } from "./classes";
import { workbookRowsMost } from "./delivery";
import type { RowFacts } from "./facts";
import type { FileRow } from "./file-row";
import { withoutTraces } from "./shown-facts";

const batchSize = 1_000;

/** A row as it was stored, with what the register of now says of its person. */
type StoredRow = {
  readonly studentId: string;
  readonly class: Class;
  readonly facts: RowFacts;
} & (Named | Nameless);

interface Named {
  readonly numberSealed: string;
  readonly firstName: string;
  readonly prefix: string | null;
  readonly lastName: string;
  readonly birthDate: string;
}

/** Has or had a protected address, when the delivery was read or by the register of now; or the register lost him. */
type Nameless = { readonly [Name in keyof Named]: null };

/** Walks through the rows of a delivery with the names and numbers of the register, a batch at a time. */
export type Walk = () => AsyncIterable<readonly FileRow[]>;

/** No more than a workbook has in memory are read once for all files; more are read again for each. */
export function fileRows(deliveryId: string, count: number): Walk {
  const read = () => readAhead(batchesOf(deliveryId));
  return count > workbookRowsMost ? read : readOnce(read);
}

function readOnce(read: Walk): Walk {
  const kept: (readonly FileRow[])[] = [];
  let isWhole = false;
  return async function* walk() {
    if (isWhole) return yield* kept;
    kept.length = 0;
    for await (const batch of read()) {
      kept.push(batch);
      yield batch;
    }
    isWhole = true;
  };
}

async function* batchesOf(deliveryId: string): AsyncGenerator<readonly FileRow[]> {
  for (let after: string | undefined; ; ) {
    const rows = await nextRows(deliveryId, after);
    if (rows.length > 0) yield rows.map(toFileRow);
    after = rows.at(-1)?.studentId;
    if (rows.length < batchSize) return;
  }
}

function nextRows(deliveryId: string, after: string | undefined): Promise<readonly StoredRow[]> {
  const start = after === undefined ? Prisma.empty : Prisma.sql`AND r.student_id > ${after}::uuid`;
  return ask<StoredRow>(Prisma.sql`SELECT r.student_id AS "studentId", r.class, r.facts, s.number_sealed AS "numberSealed",
      s.first_name AS "firstName", s.prefix, s.last_name AS "lastName", s.birth_date_on::text AS "birthDate"
    FROM (SELECT * FROM delivery_rows r WHERE r.delivery_id = ${deliveryId}::uuid ${start}
        ORDER BY r.student_id LIMIT ${batchSize}) r
      LEFT JOIN students s ON s.id = r.student_id AND NOT r.is_protected
        AND NOT EXISTS (SELECT FROM residences h WHERE h.student_id = r.student_id AND h.kind = 'protected')
    ORDER BY r.student_id`);
}

function toFileRow({ studentId: _, class: name, facts, ...stored }: StoredRow): FileRow {
  if (stored.numberSealed === null) return { class: name, facts: withoutTraces(facts), person: null };
  const { numberSealed, ...names } = stored;
  return { class: name, facts, person: { ...names, number: openText(numberSealed) } };
}
