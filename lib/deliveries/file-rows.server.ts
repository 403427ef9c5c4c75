import "server-only";
import { Prisma } from "@/lib/db/generated/client";
import { openText } from "@/lib/db/seal.server";
import { ask } from "@/lib/db/statement.server";
import { readAhead } from "@/lib/shared/read-ahead";
import type { Class } from "./classes";
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

/** The rows of a delivery with the names and numbers of the register, a batch at a time. */
export function fileRows(deliveryId: string): AsyncGenerator<readonly FileRow[]> {
  return readAhead(batchesOf(deliveryId));
}

async function* batchesOf(deliveryId: string): AsyncGenerator<readonly FileRow[]> {
  for (let after: string | undefined; ; ) {
    const rows = await nextRows(deliveryId, after);
    after = rows.at(-1)?.studentId;
    if (after === undefined) return;
    yield rows.map(toFileRow);
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
