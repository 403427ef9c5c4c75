import { z } from "zod";
import { prisma } from "@/lib/db/client.server";
import { Prisma } from "@/lib/db/generated/client";
import { ask } from "@/lib/db/statement.server";
import type { Viewer } from "@/lib/identity/viewer";
import { now } from "@/lib/shared/clock";
import { keepFigures } from "@/lib/statistics/keep-figures.server";
import { schoolYearOf } from "@/lib/statistics/period";
import { presetsFor } from "@/lib/statistics/presets";
import { findFigures } from "@/lib/statistics/queries.server";
import { median, percentile } from "@/tests/bench/rounds";
import { officerOf } from "@/tests/support/viewers";

/** Keeps the figures, and asks for them as the pages do, when its parent says so. */
const [busiest] = await prisma.$queryRaw<{ id: string; officer: string }[]>`
  SELECT office_id AS id, (SELECT account_id FROM mandates WHERE organisation_id = office_id LIMIT 1) AS officer
  FROM reports GROUP BY office_id ORDER BY count(*) DESC, office_id LIMIT 1`;
if (busiest === undefined) throw new Error("there are no reports");
const officer = officerOf(busiest.id, { accountId: busiest.officer });
const analyst = officerOf(busiest.id, { role: "analyst" });
const { today } = now();
const year = schoolYearOf(today);

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** The figures about others: of the country and of every region. */
async function askKept(): Promise<number> {
  const regions = await prisma.region.findMany({ select: { number: true }, orderBy: { number: "asc" } });
  const times: number[] = [];
  for (const { number } of regions) {
    for (const { selection } of presetsFor(analyst, String(number), today)) {
      if (selection.about !== "others") continue;
      times.push(await timed(() => findFigures(analyst, selection, now())));
    }
  }
  return percentile(times, 0.95);
}

const ownOf = (viewer: Viewer) =>
  presetsFor(viewer, null, today).filter(({ selection }) => selection.about === "own" && selection.rows === "month");

/** Months of the busiest office, live. */
async function askOwn(): Promise<number> {
  const [preset] = ownOf(officer);
  if (preset === undefined) throw new Error("an officer has no months of his own");
  const times: number[] = [];
  for (let turn = 0; turn < 20; turn += 1) {
    times.push(await timed(() => findFigures(officer, preset.selection, now())));
  }
  return median(times);
}

/** The same months in the shortest statement that answers the question, straight from the reports. */
const best = Prisma.sql`SELECT to_char(filed_at AT TIME ZONE 'Europe/Amsterdam', 'YYYY-MM') AS month, count(*)::int AS reports,
    count(DISTINCT student_id)::int AS pupils FROM reports
  WHERE office_id = ${busiest.id}::uuid AND status <> 'withdrawn'
    AND filed_at >= (${`${year.slice(0, 4)}-08-01`}::date::timestamp AT TIME ZONE 'Europe/Amsterdam')
  GROUP BY GROUPING SETS ((1), ())`;

async function askBest(): Promise<number> {
  const times: number[] = [];
  for (let turn = 0; turn < 20; turn += 1) times.push(await timed(() => ask(best)));
  return median(times);
}

const works = {
  keep: () => timed(() => keepFigures(now())),
  kept: askKept,
  own: askOwn,
  best: askBest,
};
const wanted = z.enum(["keep", "kept", "own", "best"]);

// Between two measurements nothing else keeps it running: idle connections do not.
process.channel?.ref();
process.on("message", (message) => void works[wanted.parse(message)]().then((time) => process.send?.(time)));
process.send?.(0);
