import "server-only";
import type { Prisma } from "@/lib/db/generated/client";
import { concealedTogether, toldTogether } from "./conceal-together";
import { addingIn, type FamilyCell, familyLevel } from "./family";
import { type Key, withClosed } from "./kept-sums.server";
import { countryPlace } from "./levels";
import type { CountOf, Sums } from "./measures";
import { monthsOf } from "./period";
import { inTurn } from "./turn.server";

type Client = Prisma.TransactionClient;

interface Family {
  readonly place: string;
  readonly schoolYear: string;
}

/** Finds again what all permitted tables together would give away, where sums changed; answers for how many families. */
export async function keepConcealed(): Promise<number> {
  for (let kept = 0; ; kept++) {
    if ((await inTurn(keepNext)) !== true) return kept;
  }
}

async function keepNext(client: Client): Promise<boolean> {
  const [family] = await client.$queryRaw<Family[]>`DELETE FROM figure_dirt WHERE (level, place, school_year) IN (
      SELECT level, place, school_year FROM figure_dirt WHERE level = ${familyLevel} LIMIT 1)
    RETURNING place, school_year AS "schoolYear"`;
  if (family === undefined) return false;
  await client.concealedCell.deleteMany({ where: { family: family.place, schoolYear: family.schoolYear } });
  // It reckons for seconds between two statements: of a whole country, on a busy machine.
  await client.$executeRaw`SELECT set_config('idle_in_transaction_session_timeout', '110s', true)`;
  const cells = await readCells(client, family);
  const adding = addingIn(cells, family.schoolYear);
  for (const together of toldTogether) {
    for (const [count, hidden] of concealedTogether(cells, { adding, together })) {
      await store(client, family, { count, cells: hidden });
    }
  }
  return true;
}

type ReadCell = FamilyCell & Sums;

/** As they are told: in a closed month what was counted then. */
async function readCells(client: Client, { place, schoolYear }: Family): Promise<readonly ReadCell[]> {
  const [parents, places] = place === countryPlace ? await countryPlaces(client) : await schoolPlaces(client, place);
  const months = monthsOf(schoolYear);
  const current = await client.figureCell.findMany({ where: { OR: places, period: { in: [schoolYear, ...months] } } });
  const closed = await client.closedCell.findMany({ where: { OR: places, month: { in: [...months] } } });
  const closedMonths = await client.closedMonth.findMany({ where: { month: { in: [...months] } } });
  return withClosed(current, closed, new Set(closedMonths.map(({ month }) => month))).map((cell) => ({
    ...cell,
    parent: parents.get(cell.place) ?? null,
  }));
}

type Places = readonly [ReadonlyMap<string, string>, { level: string; place?: string | { in: string[] } }[]];

async function countryPlaces(client: Client): Promise<Places> {
  const found = await client.municipality.findMany({ select: { code: true, regionNumber: true } });
  const regions = new Set(found.map(({ regionNumber }) => String(regionNumber)));
  const parents = new Map([
    ...[...regions].map((region) => [region, countryPlace] as const),
    ...found.flatMap(({ code, regionNumber }) =>
      regionNumber === null ? [] : [[code, String(regionNumber)] as const],
    ),
  ]);
  return [parents, [{ level: "country" }, { level: "region" }, { level: "municipality" }]];
}

async function schoolPlaces(client: Client, school: string): Promise<Places> {
  const found = await client.location.findMany({ where: { organisationId: school }, select: { id: true } });
  const ids = found.map(({ id }) => id);
  const parents = new Map(ids.map((id) => [id, school]));
  return [
    parents,
    [
      { level: "school", place: school },
      { level: "location", place: { in: ids } },
    ],
  ];
}

interface Stored {
  readonly count: CountOf;
  readonly cells: readonly Key[];
}

async function store(client: Client, { place, schoolYear }: Family, { count, cells }: Stored): Promise<void> {
  const column = (of: keyof Key) => cells.map((cell) => cell[of]);
  await client.$executeRaw`INSERT INTO concealed_cells AS c (level, place, period, breakdown, code, counts, family, school_year)
    SELECT n.level, n.place, n.period, n.breakdown, n.code, ARRAY[${count}::text], ${place}, ${schoolYear}
    FROM unnest(${column("level")}::text[], ${column("place")}::text[], ${column("period")}::text[],
      ${column("breakdown")}::text[], ${column("code")}::text[]) n(level, place, period, breakdown, code)
    ON CONFLICT (level, place, period, breakdown, code) DO UPDATE SET counts = c.counts || excluded.counts`;
}
