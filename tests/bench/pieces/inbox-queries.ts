import { findInbox } from "@/lib/casework/queries.server";
import { prisma } from "@/lib/db/client.server";
import { now } from "@/lib/shared/clock";
import { median } from "@/tests/bench/rounds";
import { officerOf } from "@/tests/support/viewers";

/** Reads the first page of the busiest office's list again and again, when its parent says so. */
const milliseconds = 1_500;

const busiest = await prisma.$queryRaw<{ id: string; officer: string }[]>`
  SELECT office_id AS id, (SELECT account_id FROM mandates WHERE organisation_id = office_id LIMIT 1) AS officer
  FROM reports GROUP BY office_id ORDER BY count(*) DESC, office_id LIMIT 1`;
const { id, officer } = busiest[0] ?? { id: "", officer: "" };
const viewer = officerOf(id, { accountId: officer });

async function readFor(time: number): Promise<number> {
  const times: number[] = [];
  const began = performance.now();
  while (performance.now() - began < time) {
    const at = performance.now();
    const { page } = await findInbox(viewer, now(), { view: "team" });
    if (page.rows.length !== 50) throw new Error(`a page of ${page.rows.length} rows`);
    times.push(performance.now() - at);
  }
  return median(times);
}

// Between two measurements nothing else keeps it running: idle connections do not.
process.channel?.ref();
process.on("message", () => void readFor(milliseconds).then((time) => process.send?.(time)));
await readFor(milliseconds);
process.send?.(0);
