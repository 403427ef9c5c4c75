import "server-only";
import { type Transaction, transact } from "@/lib/audit/transact.server";
import { systemViewer } from "@/lib/identity/viewer";
import { knownOn } from "@/lib/reports/office-terms.server";
import { fromColumn, startOfDay, toColumn } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { closedPeriods, type Period, type ReactionDays, reactionFigures } from "./reaction-figures";

const keptMonths = 6;

/** Does the work of a month once in each process, and leaves what another process kept as it is. */
export function monthlyFigures(): (now: Now) => Promise<number> {
  let doneFor = "";
  return async (now) => {
    const month = now.today.slice(0, 7);
    if (month === doneFor) return 0;
    const kept = await keepReactionFigures(now);
    doneFor = month;
    return kept;
  };
}

/**
 * Keeps how fast each office reacted in the months and the quarter that are over. What was kept is never counted again:
 * a closed month stays as it was, whatever is reopened, moved or promised since. Answers how many rows are new.
 */
export function keepReactionFigures(now: Now): Promise<number> {
  return transact(systemViewer("terms"), now, async (tx) => {
    let kept = 0;
    for (const period of closedPeriods(now.today, keptMonths)) kept += await keepPeriod(tx, period);
    return kept;
  });
}

type Row = ReactionDays & { readonly officeId: string };

async function keepPeriod(tx: Transaction, period: Period): Promise<number> {
  const { kind, startsOn } = period;
  const known = await tx.client.reactionFigure.findFirst({
    where: { kind, startsOn: toColumn(startsOn) },
    select: { officeId: true },
  });
  if (known !== null) return 0;
  const offices = Map.groupBy(await askReactions(tx, period), ({ officeId }) => officeId);
  const free = Map.groupBy(
    await tx.client.officeFreeDay.findMany({ where: knownOn(tx.now.at), select: { officeId: true, day: true } }),
    ({ officeId }) => officeId,
  );
  const data = [...offices].flatMap(([officeId, rows]) => {
    const own = new Set((free.get(officeId) ?? []).map(({ day }) => fromColumn(day)));
    const figures = reactionFigures(rows, own);
    return figures === null ? [] : [{ officeId, kind, startsOn: toColumn(startsOn), keptAt: tx.now.at, ...figures }];
  });
  const { count } = await tx.client.reactionFigure.createMany({ data, skipDuplicates: true });
  return count;
}

function askReactions({ client }: Transaction, { startsOn, endsBefore }: Period): Promise<Row[]> {
  return client.$queryRaw<Row[]>`SELECT office_id AS "officeId",
      (filed_at AT TIME ZONE 'Europe/Amsterdam')::date::text AS "filedOn",
      (first_reaction_at AT TIME ZONE 'Europe/Amsterdam')::date::text AS "reactedOn",
      count(*)::int AS count, count(*) FILTER (WHERE first_reaction_at <= due_at)::int AS "inTime"
    FROM reports WHERE office_id IS NOT NULL AND status <> 'withdrawn'
      AND first_reaction_at >= ${startOfDay(startsOn)} AND first_reaction_at < ${startOfDay(endsBefore)}
    GROUP BY 1, 2, 3`;
}
