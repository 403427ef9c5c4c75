import "server-only";
import { type Transaction, transact } from "@/lib/audit/transact.server";
import { systemViewer } from "@/lib/identity/viewer";
import type { Now } from "@/lib/shared/clock";
import { closesOn } from "./closing";
import { isMonth } from "./period";
import { isMyTurn } from "./turn.server";

/** Keeps the sums of each month that is over as they are; answers how many months were closed. */
export async function closeMonths(now: Now): Promise<number> {
  return transact(systemViewer("statistics"), now, async (tx) => {
    if (!(await isMyTurn(tx.client))) return 0;
    const due = await monthsToClose(tx);
    for (const month of due) await closeMonth(tx, month);
    return due.length;
  });
}

async function monthsToClose({ client, now }: Transaction): Promise<readonly string[]> {
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
async function closeMonth({ client, now }: Transaction, month: string): Promise<void> {
  await client.$executeRaw`INSERT INTO closed_cells
    SELECT level, place, period, breakdown, code, report_count, pupil_count, follow_up_count, timed_count,
      filed_in_time_count
    FROM figure_cells WHERE period = ${month} AND breakdown <> 'outcome'`;
  await client.closedMonth.create({ data: { month, closedAt: now.at } });
}
