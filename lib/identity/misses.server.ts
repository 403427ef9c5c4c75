import "server-only";
import { prisma } from "@/lib/db/client.server";
import { Prisma } from "@/lib/db/generated/client";
import { lookupHash } from "@/lib/db/seal.server";
import type { Now } from "@/lib/shared/clock";

/** Who asks twenty times in an hour for somebody who is not there gets no more answers for a while (trust A8). */
const missesAllowed = 20;
const windowMinutes = 60;

function missKey(subject: "student-number", asker: string): string {
  return lookupHash("attempt", `${subject}:${asker}`);
}

/** Counts a question that found nobody; the count starts anew an hour after the last miss. */
export async function countMiss(subject: "student-number", asker: string, now: Now): Promise<void> {
  const key = missKey(subject, asker);
  await prisma.$executeRaw`INSERT INTO attempts (key, failure_count, last_failed_at) VALUES (${key}, 1, ${now.at})
    ON CONFLICT (key) DO UPDATE SET last_failed_at = excluded.last_failed_at, failure_count =
      CASE WHEN attempts.last_failed_at < excluded.last_failed_at - make_interval(mins => ${windowMinutes}::int)
        THEN 1 ELSE attempts.failure_count + 1 END`;
}

/** How often somebody may still ask in vain, as an SQL expression: so the question costs no trip of its own. */
export function missesLeftSql(subject: "student-number", asker: string, now: Now): Prisma.Sql {
  return Prisma.sql`greatest(0, ${missesAllowed}::int - coalesce((SELECT failure_count FROM attempts
    WHERE key = ${missKey(subject, asker)}
      AND last_failed_at > ${now.at}::timestamptz - make_interval(mins => ${windowMinutes}::int)), 0))`;
}
