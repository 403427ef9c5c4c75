import "server-only";
import { prisma } from "@/lib/db/client.server";
import type { RouteRefusal } from "./question";
import type { SchoolCode } from "./school-code";

export interface SchoolLocation {
  readonly id: string;
  readonly organisationId: string;
}

type FoundLocation = ({ readonly ok: true } & SchoolLocation) | { readonly ok: false; readonly code: RouteRefusal };

interface SectorLocation extends SchoolLocation {
  readonly sector: string;
}

/** All locations by BRIN and code: the few thousand that a country has. */
export async function loadLocations(): Promise<ReadonlyMap<string, readonly SectorLocation[]>> {
  const rows = await prisma.location.findMany({
    select: { id: true, organisationId: true, sector: true, brin: true, locationCode: true },
  });
  const locations = new Map<string, SectorLocation[]>();
  for (const { brin, locationCode, ...location } of rows) {
    const key = keyOf({ brin, locationCode });
    locations.set(key, [...(locations.get(key) ?? []), location]);
  }
  return locations;
}

export async function findLocations({ brin, locationCode }: SchoolCode): Promise<readonly SectorLocation[]> {
  return prisma.location.findMany({
    where: { brin, locationCode },
    select: { id: true, organisationId: true, sector: true },
  });
}

export function keyOf({ brin, locationCode }: Pick<SchoolCode, "brin" | "locationCode">): string {
  return `${brin}/${locationCode}`;
}

/** Thirty codes exist in two sectors; then the sector must be named. */
export function theOne(locations: readonly SectorLocation[], { sector }: SchoolCode): FoundLocation {
  const fitting = sector === null ? locations : locations.filter((location) => location.sector === sector);
  const [location, second] = fitting;
  if (location === undefined) return { ok: false, code: "location-unknown" };
  return second === undefined
    ? { ok: true, id: location.id, organisationId: location.organisationId }
    : { ok: false, code: "sector-needed" };
}
