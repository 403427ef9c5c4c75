import { beforeAll, describe, expect, test } from "vitest";
import { prisma } from "@/lib/db/client.server";
import type { DutyRegime } from "@/lib/directory/regime";
import { decideRoute } from "@/lib/routing/decide";
import type { RoutingFacts } from "@/lib/routing/facts";
import { areasByPostcode } from "@/lib/routing/facts-rows";
import { loadLocations } from "@/lib/routing/locations.server";
import { successorsOf } from "@/lib/routing/successors";
import type { RoutingTable } from "@/lib/routing/table";
import { loadWholeTable } from "@/lib/routing/whole-table.server";
import { addDays, fromColumn } from "@/lib/shared/calendar-date";
import { importBytes } from "@/tests/support/imports";
import { hasReference, referenceFile } from "@/tests/support/reference";
import { day, livesIn, report, reportOf } from "../../unit/routing/country";

if (!hasReference)
  console.warn("SKIPPED: the reference data is not beside this checkout, so nothing was routed in it.");

/** Somebody of each duty on the day of the reports, 2 March 2026. */
const born: readonly (readonly [DutyRegime, string])[] = [
  ["compulsory", "2014-05-01"],
  ["qualification", "2009-05-01"],
  ["over_18", "2006-05-01"],
];

interface Home {
  readonly code: string;
  readonly region: number;
}

let homes: readonly Home[];
let table: RoutingTable;
let locationIds: readonly string[];

/** An office in each municipality, and a regional point in each region for who is over 18. */
async function* officeFile(): AsyncGenerator<Buffer> {
  yield Buffer.from("code,name,kind,municipality_code,regime,valid_from,email,region_number\n");
  for (const { code, region } of homes) {
    for (const [regime] of born) {
      const office =
        regime === "over_18" ? `RP${region},Punt ${region},regional` : `LP${code},Kantoor ${code},municipal`;
      yield Buffer.from(`${office},${code},${regime},2010-01-01,post@kantoor.example,${region}\n`);
    }
  }
}

const officeOf = ({ code, region }: Home, regime: DutyRegime) => (regime === "over_18" ? `RP${region}` : `LP${code}`);

describe.skipIf(!hasReference)("in the whole country", () => {
  beforeAll(async () => {
    for (const kind of ["regions", "municipalities", "municipality-changes", "postcodes", "schools"] as const) {
      expect(await importBytes(kind, referenceFile(kind))).toMatchObject({ rejected: 0 });
    }
    const rows = await prisma.municipality.findMany({ where: { validUntil: null }, orderBy: { code: "asc" } });
    homes = rows.map(({ code, regionNumber }) => ({ code, region: regionNumber ?? 0 }));
    expect(await importBytes("offices", officeFile())).toMatchObject({ rejected: 0 });
    const areas = await prisma.postcodeArea.findMany();
    const dated = areas.map(({ postcode, municipalityCode, validFrom, validUntil }) => ({
      ...{ postcode, municipalityCode, from: fromColumn(validFrom) },
      until: validUntil === null ? null : fromColumn(validUntil),
    }));
    table = { ...(await loadWholeTable()), areas: areasByPostcode(dated) };
    locationIds = [...(await loadLocations()).values()].flat().map(({ id }) => id);
  }, 240_000);

  test("a report of every school, about students of every municipality and duty, goes to where they live", () => {
    const asked = [...reportsOfAll()].map(({ facts, expected }) => ({ expected, arrived: arrivedAt(facts) }));
    expect(locationIds.length).toBe(9320);
    expect(asked.length).toBe(9320 * perSchool);
    expect(asked.filter(({ expected, arrived }) => arrived !== expected)).toEqual([]);
    expect(new Set(asked.map(({ arrived }) => arrived)).size).toBe(
      homes.length + new Set(homes.map(({ region }) => region)).size,
    );
  });

  test("who was registered in a municipality that is gone reaches its successor, or is asked for an address", () => {
    const today = new Map(homes.map((home) => [home.code, home]));
    const outcomes = [...table.changes.keys()].flatMap((code) => ended(code).map((facts) => [code, facts] as const));
    expect(outcomes.length).toBeGreaterThan(100);
    for (const [code, facts] of outcomes) {
      const successors = successorsOf(code, facts.filedOn, table);
      const route = decideRoute(facts, table);
      if (successors.length > 1) {
        expect.soft(route, code).toMatchObject({ kind: "unroutable", why: "address-needed" });
        continue;
      }
      const home = today.get(successors[0] ?? "");
      expect.soft(home, code).toBeDefined();
      // The region follows the municipality: it is that of the successor.
      expect.soft(route, code).toMatchObject({ kind: "assigned", office: { code: home && officeOf(home, "over_18") } });
    }
  });

  test("in a split the postcode decides, for each part of what was split", () => {
    const splits = [...table.changes].filter(([code]) => successorsOf(code, day("2026-03-06"), table).length > 1);
    const parts = splits.flatMap(([code]) => successorsOf(code, day("2026-03-06"), table).map((part) => [code, part]));
    const decided = parts.flatMap(([code = "", part = ""]) => {
      const postcode = onlyIn(part);
      if (postcode === undefined) return [];
      const facts = report({ residences: [livesIn(code, { postcode: `${postcode}AA` })] });
      return [[part, decideRoute(facts, table)] as const];
    });
    expect(decided.length).toBeGreaterThan(0);
    for (const [part, route] of decided) expect.soft(route).toMatchObject({ municipality: { code: part } });
  });
});

const perSchool = 12;

/** For each school students of twelve municipalities, so that all schools together have those of every one. */
function* reportsOfAll() {
  for (const [place, locationId] of locationIds.entries()) {
    for (let step = 0; step < perSchool; step++) {
      const home = homes[(place * perSchool + step) % homes.length];
      const duty = born[(place + step) % born.length];
      if (home === undefined || duty === undefined) throw new Error("the country has no municipalities");
      const facts = reportOf(duty[1], { locationId, residences: [livesIn(home.code)] });
      yield { facts, expected: officeOf(home, duty[0]) };
    }
  }
}

/** The office, if the answer says why in at least two reasons; otherwise what it says instead. */
function arrivedAt(facts: RoutingFacts): string {
  const route = decideRoute(facts, table);
  return route.kind === "assigned" && route.because.length >= 2 ? route.office.code : route.because.join();
}

/** Reports of the last day of a municipality that ended since 2010, filed long after. */
function ended(code: string): readonly RoutingFacts[] {
  const ends = (table.changes.get(code) ?? []).filter(({ kind }) => kind !== "border-correction");
  const last = ends.map(({ effectiveOn }) => effectiveOn).sort()[0];
  if (last === undefined || last < "2010-06-01") return [];
  const firstDay = addDays(last, -1);
  const traits = { firstDay, filedOn: day("2026-03-06"), residences: [livesIn(code, { from: day("2000-01-01") })] };
  return [reportOf(`${Number(firstDay.slice(0, 4)) - 20}-01-01`, traits)];
}

/** A postcode that lies in this municipality alone. */
function onlyIn(code: string): string | undefined {
  return [...table.areas].find(([, areas]) => areas.every(({ municipalityCode }) => municipalityCode === code))?.[0];
}
