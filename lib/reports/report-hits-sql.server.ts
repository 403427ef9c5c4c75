import "server-only";
import { Prisma } from "@/lib/db/generated/client";
import { lookupHash } from "@/lib/db/seal.server";
import type { SearchWish } from "./report-search";

/** So many are ranked: of a name that very many share the order says little anyway. */
export const rankedMost = 500;
/** With so many that begin as was typed nobody mistyped. */
const enough = 5;

type Words = Extract<SearchWish, { readonly kind: "words" }>;
type SameReference = (text: string) => Prisma.Sql;

/**
 * `hits`, for a WITH: the ids of reports within this scope that fit what was typed, and how near. A report can be in it
 * more than once.
 */
export function hitsSql(wish: SearchWish, own: Prisma.Sql, sameReference: SameReference): Prisma.Sql {
  switch (wish.kind) {
    case "reference":
      return Prisma.sql`hits AS (SELECT id, 1 AS nearness FROM reports WHERE reference = ${wish.reference} AND ${own})`;
    case "number": {
      const hash = lookupHash("student-number", wish.number);
      return Prisma.sql`hits AS (SELECT id, 1 AS nearness FROM reports WHERE student_id IN (
        SELECT s.id FROM students s WHERE s.number_hash = ${hash}
        UNION ALL SELECT s.id FROM students s WHERE s.other_number_hash = ${hash}) AND ${own})`;
    }
    case "words":
      return byWords(wish, own, sameReference);
  }
}

/** Names that begin as was typed; those that look like it only when there are few of these, because they take longer to find. */
function byWords({ text, words }: Words, own: Prisma.Sql, sameReference: SameReference): Prisma.Sql {
  const named = (fits: (word: string) => Prisma.Sql) => Prisma.join(words.map(fits), " AND ");
  const nearness = Prisma.join(words.map(nearnessOf), " + ");
  const reportsOf = (students: Prisma.Sql) => Prisma.sql`SELECT reports.id, ${nearness} AS nearness
    FROM students s JOIN reports ON reports.student_id = s.id WHERE ${students} AND ${own} LIMIT ${rankedMost}`;
  return Prisma.sql`begun AS MATERIALIZED (${reportsOf(named(begins))}),
    alike AS MATERIALIZED (SELECT * FROM (${reportsOf(named(looksLike))}) near
      WHERE (SELECT count(*) FROM begun) < ${enough}),
    hits AS (SELECT * FROM begun UNION ALL SELECT * FROM alike
      UNION ALL SELECT id, 9 FROM reports WHERE ${sameReference(text)})`;
}

export const folded = (word: string) => Prisma.sql`folded(${word})`;
const signsOfPatterns = /[\\%_]/g;

function begins(word: string): Prisma.Sql {
  const pattern = folded(`${word.replaceAll(signsOfPatterns, "\\$&")}%`);
  return Prisma.sql`(folded(s.last_name) LIKE ${pattern} OR folded(s.first_name) LIKE ${pattern})`;
}

/** Three letters of it stand there together, often enough: the threshold is the one of pg_trgm. */
function looksLike(word: string): Prisma.Sql {
  return Prisma.sql`(folded(s.last_name) % ${folded(word)} OR folded(s.first_name) % ${folded(word)})`;
}

function nearnessOf(word: string): Prisma.Sql {
  return Prisma.sql`greatest(similarity(folded(s.last_name), ${folded(word)}), similarity(folded(s.first_name), ${folded(word)}))`;
}
