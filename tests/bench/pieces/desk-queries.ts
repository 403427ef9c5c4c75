import { z } from "zod";
import { searchInbox } from "@/lib/casework/queries/search-inbox.server";
import { findInbox } from "@/lib/casework/queries.server";
import { prisma } from "@/lib/db/client.server";
import { readSearch } from "@/lib/reports/report-search";
import { now } from "@/lib/shared/clock";
import { inboxFilterExamples } from "@/tests/bench/filters";
import { percentile } from "@/tests/bench/rounds";
import { officerOf } from "@/tests/support/viewers";

/** Narrows and searches the list of the busiest office, as often as its parent asks; answers the 95th percentile. */
const busiest = await prisma.$queryRaw<{ id: string; officer: string }[]>`
  SELECT office_id AS id, (SELECT account_id FROM mandates WHERE organisation_id = office_id LIMIT 1) AS officer
  FROM reports GROUP BY office_id ORDER BY count(*) DESC, office_id LIMIT 1`;
const { id, officer } = busiest[0] ?? { id: "", officer: "" };
const viewer = officerOf(id, { accountId: officer });

const [usual] = await prisma.$queryRaw<{ brin: string; municipality: string; name: string }[]>`
  SELECT o.code AS brin, l.municipality_code AS municipality, s.last_name AS name FROM reports r
  JOIN organisations o ON o.id = r.organisation_id JOIN locations l ON l.id = r.location_id JOIN students s ON s.id = r.student_id
  WHERE r.office_id = ${id}::uuid AND r.closed_at IS NULL ORDER BY r.id DESC LIMIT 1`;
if (usual === undefined) throw new Error("nothing is open at the busiest office");
const filters = inboxFilterExamples({ ...usual, officerId: officer });
const pairs = filters.flatMap((one, at) => filters.slice(at + 1).map((other) => ({ ...one, ...other })));

const works = {
  filters: pairs.map((filter) => () => findInbox(viewer, now(), { view: "team", filter })),
  rare: searches(usual.name),
  common: searches("boer"),
};

function searches(text: string) {
  const wish = readSearch(text);
  if (wish === null) throw new Error(`nothing to search for in ${text}`);
  return Array.from({ length: 40 }, () => async () => {
    const { lines } = await searchInbox(viewer, now(), wish);
    if (lines.length === 0) throw new Error(`nobody is called ${text}`);
  });
}

async function timed(name: keyof typeof works): Promise<number> {
  const times: number[] = [];
  for (const work of works[name]) {
    const at = performance.now();
    await work();
    times.push(performance.now() - at);
  }
  return percentile(times, 0.95);
}

const wanted = z.enum(["filters", "rare", "common"]);

// Between two measurements nothing else keeps it running: idle connections do not.
process.channel?.ref();
process.on("message", (message) => void timed(wanted.parse(message)).then((time) => process.send?.(time)));
for (const name of wanted.options) await timed(name);
process.send?.(0);
