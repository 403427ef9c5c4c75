import "server-only";
import type { Prisma } from "@/lib/db/generated/client";
import type { Now } from "@/lib/shared/clock";
import { goingOn } from "./breakdowns";
import { closesOn } from "./closing";
import { isMonth } from "./period";
import { inTurn } from "./turn.server";

/** Keeps the sums of each month that is over as they are; answers how many months were closed. */
export async function closeMonths(now: Now): Promise<number> {
  const due = (await inTurn((client) => monthsToClose(client, now))) ?? [];
  for (const month of due) await inTurn((client) => closeMonth(client, month, now));
  return due.length;
}

async function monthsToClose(client: Prisma.TransactionClient, now: Now): Promise<readonly string[]> {
  const [counted, closed] = [
    await client.figureCell.findMany({ where: { level: "country", breakdown: "all" }, select: { period: true } }),
    await client.closedMonth.findMany({ select: { month: true } }),
  ];
  const known = new Set(closed.map(({ month }) => month));
  return counted
    .map(({ period }) => period)
    .filter((period) => isMonth(period) && !known.has(period) && closesOn(period) <= now.today);
}

/** How reports stand and end goes on after the month: only what is counted of their filing is closed. */
async function closeMonth(client: Prisma.TransactionClient, month: string, now: Now): Promise<void> {
  // Another worker may have been before this one.
  if ((await client.closedMonth.findUnique({ where: { month } })) !== null) return;
  await client.$executeRaw`INSERT INTO closed_cells
    SELECT level, place, period, breakdown, code, report_count, pupil_count, follow_up_count, timed_count,
      filed_in_time_count
    FROM figure_cells WHERE period = ${month} AND breakdown <> ALL(${[...goingOn]}::text[])`;
  await client.closedMonth.create({ data: { month, closedAt: now.at } });
}
