import "server-only";
import { prisma } from "@/lib/db/client.server";
import type { Viewer } from "@/lib/identity/viewer";
import { countryPlace, levels } from "./levels";
import type { Place } from "./selection";
import type { Axis } from "./table";
import type { PlaceChoice } from "./views";

const named = (code: string, name: string): Axis => ({ code, label: { nl: name, en: name } });
const byName = (one: Axis, other: Axis) => one.label.nl.localeCompare(other.label.nl, "nl");

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The places of a kind that lie within another one: all of them, also those of which nothing is reported. */
export async function placesWithin(kind: string, { level, code }: Place): Promise<readonly Axis[]> {
  if (kind === "region" && level === "country") {
    const found = await prisma.region.findMany({ select: { number: true, name: true } });
    return found.map(({ number, name }) => named(String(number), name)).toSorted(byName);
  }
  if (level === "region" && /^\d{1,3}$/.test(code)) {
    if (kind === "municipality") return municipalitiesOf(Number(code));
    if (kind === "school") return schoolsOf(Number(code));
  }
  return kind === "location" && level === "school" && uuid.test(code) ? locationsOf(code) : [];
}

async function municipalitiesOf(regionNumber: number): Promise<readonly Axis[]> {
  const found = await prisma.municipality.findMany({ where: { regionNumber }, select: { code: true, name: true } });
  return found.map(({ code, name }) => named(code, name)).toSorted(byName);
}

async function schoolsOf(regionNumber: number): Promise<readonly Axis[]> {
  const inRegion = await prisma.municipality.findMany({ where: { regionNumber }, select: { code: true } });
  const found = await prisma.organisation.findMany({
    where: { kind: "school", locations: { some: { municipalityCode: { in: inRegion.map(({ code }) => code) } } } },
    select: { id: true, name: true, code: true },
  });
  return found.map(({ id, name, code }) => named(id, `${name} (${code})`)).toSorted(byName);
}

async function locationsOf(organisationId: string): Promise<readonly Axis[]> {
  const found = await prisma.location.findMany({
    where: { organisationId },
    select: { id: true, name: true, city: true },
  });
  return found.map(({ id, name, city }) => named(id, `${name}, ${city}`)).toSorted(byName);
}

/** Names for codes that occur. */
export async function namesOf(kind: string, codes: readonly string[]): Promise<readonly Axis[]> {
  const ids = [...codes];
  switch (kind) {
    case "region": {
      const found = await prisma.region.findMany({ where: { number: { in: ids.map(Number) } } });
      return found.map(({ number, name }) => named(String(number), name)).toSorted(byName);
    }
    case "municipality": {
      const found = await prisma.municipality.findMany({ where: { code: { in: ids } } });
      return found.map(({ code, name }) => named(code, name)).toSorted(byName);
    }
    case "school": {
      const found = await prisma.organisation.findMany({ where: { id: { in: ids } } });
      return found.map(({ id, name }) => named(id, name)).toSorted(byName);
    }
    default: {
      const found = await prisma.location.findMany({ where: { id: { in: ids } } });
      return found.map(({ id, name, city }) => named(id, `${name}, ${city}`)).toSorted(byName);
    }
  }
}

/** The name of one place; null when there is none. */
export async function nameOfPlace({ level, code }: Place): Promise<Axis["label"] | null> {
  if (level === "country") return levels.country.label;
  if (level === "region" && !/^\d{1,3}$/.test(code)) return null;
  if ((level === "school" || level === "location" || level === "office") && !uuid.test(code)) return null;
  const [found] = await namesOf(level === "office" ? "school" : level, [code]);
  return found?.label ?? null;
}

/** The places that one may choose to see: the country, its regions, and the municipalities around. */
export async function placeChoices(region: string | null): Promise<readonly PlaceChoice[]> {
  const regions = await placesWithin("region", country);
  const around = region === null ? [] : await placesWithin("municipality", { level: "region", code: region });
  return [
    { place: country, label: levels.country.label },
    ...regions.map(({ code, label }) => ({ place: { level: "region", code } as const, label })),
    ...around.map(({ code, label }) => ({ place: { level: "municipality", code } as const, label })),
  ];
}

const country = { level: "country", code: countryPlace } as const;

/** The region in which the viewer's organisation lies, which its ready-made views compare with. Null: in none that is known. */
export async function homeRegionOf(viewer: Viewer): Promise<string | null> {
  const municipality = await homeMunicipality(viewer);
  const found = municipality === null ? null : await prisma.municipality.findUnique({ where: { code: municipality } });
  const point = viewer.kind === "office" ? await prisma.office.findUnique({ where: { id: viewer.officeId } }) : null;
  const number = point?.regionNumber ?? found?.regionNumber ?? null;
  return number === null ? null : String(number);
}

async function homeMunicipality(viewer: Viewer): Promise<string | null> {
  if (viewer.kind === "school") {
    const { organisationId, locationIds } = viewer;
    const location = await prisma.location.findFirst({
      where: { organisationId, ...(locationIds.length === 0 ? {} : { id: { in: [...locationIds] } }) },
      orderBy: { locationCode: "asc" },
      select: { municipalityCode: true },
    });
    return location?.municipalityCode ?? null;
  }
  if (viewer.kind !== "office") return null;
  const competence = await prisma.competence.findFirst({
    where: { officeId: viewer.officeId, validUntil: null },
    orderBy: [{ municipalityCode: "asc" }],
    select: { municipalityCode: true },
  });
  return competence?.municipalityCode ?? null;
}
