import "server-only";
import { prisma } from "@/lib/db/client.server";
import { lookupHash } from "@/lib/db/seal.server";
import { type Failures, remembered, secondsToWait, type Throttle, type ThrottleName, throttles } from "./throttle";

/** Longer than any throttle remembers. */
const rememberedHours = 48;

export interface AttemptKey {
  readonly key: string;
  readonly throttle: Throttle;
}

/** The key holds no address that can be read, only what it takes to know it again. */
export function attemptKey(name: ThrottleName, ...parts: readonly string[]): AttemptKey {
  return { key: lookupHash("attempt", [name, ...parts].join("\n")), throttle: throttles[name] };
}

/**
 * Takes a try under all of these keys: the seconds to wait, or 0 for go on. It counts as failed until it is forgiven,
 * under a lock, so that a hundred guesses at once are a hundred guesses.
 */
export async function takeAttempt(keys: readonly AttemptKey[], at: Date): Promise<number> {
  const inOrder = keys.toSorted((one, other) => (one.key < other.key ? -1 : 1));
  const names = inOrder.map(({ key }) => key);
  return prisma.$transaction(async (client) => {
    await client.$executeRaw`
      INSERT INTO attempts (key, failure_count, last_failed_at)
      SELECT key, 0, 'epoch'::timestamptz FROM unnest(${names}::text[]) AS key ORDER BY key
      ON CONFLICT (key) DO NOTHING`;
    const rows = await client.$queryRaw<(Failures & { key: string })[]>`
      SELECT key, failure_count AS "failureCount", last_failed_at AS "lastFailedAt"
        FROM attempts WHERE key = ANY (${names}::text[]) ORDER BY key FOR UPDATE`;
    const known = new Map(rows.map((row) => [row.key, row]));
    const counted = inOrder.map(({ key, throttle }) => {
      const failures = remembered(known.get(key), throttle, at);
      return { key, count: failures.failureCount + 1, wait: secondsToWait(failures, throttle, at) };
    });
    const wait = Math.max(0, ...counted.map((one) => one.wait));
    if (wait === 0) {
      await client.$executeRaw`
        UPDATE attempts SET failure_count = counted.count, last_failed_at = ${at}::timestamptz
          FROM jsonb_to_recordset(${JSON.stringify(counted)}::jsonb) AS counted (key text, count int)
         WHERE attempts.key = counted.key`;
    }
    return wait;
  });
}

/** The try was right after all. Takes along some of what nobody needs to remember any more. */
export async function forgiveAttempt(keys: readonly AttemptKey[], at: Date): Promise<void> {
  const whole = keys.filter(({ throttle }) => throttle.forgives === "all").map(({ key }) => key);
  const one = keys.filter(({ throttle }) => throttle.forgives === "one").map(({ key }) => key);
  await prisma.$executeRaw`
    WITH forgotten AS (
      DELETE FROM attempts WHERE key = ANY (${whole}::text[]) OR key IN (
        SELECT key FROM attempts WHERE last_failed_at < ${at}::timestamptz - make_interval(hours => ${rememberedHours}) LIMIT 100)
    )
    UPDATE attempts SET failure_count = GREATEST(failure_count - 1, 0) WHERE key = ANY (${one}::text[])`;
}
