import "server-only";
import { Prisma } from "@/lib/db/generated/client";
import { addDays } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { openForDays, settledDays } from "./breakdowns";
import { markDirt } from "./dirt.server";
import { followedSql } from "./stale-reports.server";
import { inTurn } from "./turn.server";

type Client = Prisma.TransactionClient;

/** So many facts change in one transaction. */
const batchSize = 20_000;

/** What of a fact changes although its report does not: by the clock, by what was sent and asked, by later reports. */
const passes: readonly ((client: Client, now: Now) => Promise<readonly { readonly id: string }[]>)[] = [
  /** Reports that nobody answered, and whose term ended by the clock. */
  (client, now) => client.$queryRaw`UPDATE figure_facts SET is_answered_in_time = false
    WHERE id IN (SELECT id FROM figure_facts WHERE is_answered_in_time IS NULL AND due_at < ${now.at} LIMIT ${batchSize})
    RETURNING id`,
  (client, now) => client.$queryRaw`UPDATE figure_facts SET open_for = ${openForSql(now)}
    WHERE id IN (SELECT id FROM figure_facts WHERE outcome = 'open' AND NOT is_withdrawn
      AND open_for <> ${openForSql(now)} LIMIT ${batchSize}) RETURNING id`,
  (client) => client.$queryRaw`UPDATE figure_facts SET has_sheet = true WHERE id IN (SELECT a.report_id
    FROM attachments a JOIN figure_facts f ON f.id = a.report_id AND NOT f.has_sheet
    WHERE a.kind = 'absence_sheet' AND a.state IN ('clean', 'removed') LIMIT ${batchSize}) RETURNING id`,
  (client) => client.$queryRaw`UPDATE figure_facts SET was_asked = true WHERE id IN (SELECT q.report_id
    FROM requests q JOIN figure_facts f ON f.id = q.report_id AND NOT f.was_asked LIMIT ${batchSize}) RETURNING id`,
  /** Reports that are old enough to say whether another one followed. */
  (client, now) => client.$queryRaw`UPDATE figure_facts f SET is_reported_again = ${followedSql}
    FROM reports r WHERE r.id = f.id AND f.id IN (SELECT o.id FROM figure_facts o JOIN reports p ON p.id = o.id
      WHERE o.is_reported_again IS NULL AND o.filed_on < ${addDays(now.today, -settledDays)}::date LIMIT ${batchSize})
    RETURNING f.id`,
];

export async function keepFlags(now: Now): Promise<void> {
  for (const pass of passes) {
    for (;;) {
      const changed = await inTurn(async (client) => {
        const ids = (await pass(client, now)).map(({ id }) => id);
        await markDirt(client, ids);
        return ids.length;
      });
      if ((changed ?? 0) < batchSize) break;
    }
  }
}

function openForSql({ today }: Now): Prisma.Sql {
  const steps = openForDays.map(
    ([code, most]) => Prisma.sql`WHEN filed_on >= ${addDays(today, -most)}::date THEN ${code}`,
  );
  return Prisma.sql`CASE ${Prisma.join(steps, " ")} ELSE 'longer' END`;
}

/** These reports changed: whether those before them were followed by another one must be asked again. As `followedSql`. */
export async function askAgainOfEarlier(client: Client, ids: readonly string[]): Promise<void> {
  await client.$executeRaw`UPDATE figure_facts f SET is_reported_again = NULL FROM reports r JOIN reports e
      ON e.student_id = r.student_id AND (e.organisation_id = r.organisation_id) IS TRUE AND e.filed_at < r.filed_at
        AND e.filed_at >= r.filed_at - make_interval(days => ${settledDays})
    WHERE r.id = ANY(${[...ids]}::uuid[]) AND f.id = e.id AND f.is_reported_again IS NOT NULL`;
}
