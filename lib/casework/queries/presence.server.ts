import "server-only";
import { usualReason } from "@/lib/audit/entry";
import { recordRead } from "@/lib/audit/record.server";
import { prisma } from "@/lib/db/client.server";
import type { SchoolViewer, Viewer } from "@/lib/identity/viewer";
import { visibleReports } from "@/lib/policy/report-rules";
import type { Now } from "@/lib/shared/clock";
import { readReference } from "@/lib/shared/reference";
import { listHandlers } from "../handlers.server";
import type { PresenceHour, PresenceView } from "../presence";
import {
  inWeek,
  isGone,
  keepsForTeam,
  keptHours,
  ownSchools,
  presenceColumns,
  presentHour,
  requireKeeping,
} from "../presence-records.server";

/** When the own office, or he himself, is at which school, with what is needed to say more of it. */
export async function listPresence(viewer: Viewer, now: Now): Promise<PresenceView> {
  const keeper = requireKeeping(viewer);
  const { officeId } = keeper;
  const isTeam = keepsForTeam(keeper);
  const [rows, locations, officers] = await Promise.all([
    prisma.presenceHour.findMany({
      relationLoadStrategy: "join",
      where: keptHours(keeper),
      orderBy: [{ location: { name: "asc" } }, ...inWeek],
      select: { ...presenceColumns(officeId, now.today), location: { select: { name: true, city: true } } },
    }),
    prisma.location.findMany({
      where: await ownSchools(prisma, officeId, now.today),
      orderBy: [{ name: "asc" }, { id: "asc" }],
      select: { id: true, name: true, city: true, locationCode: true },
    }),
    isTeam ? listHandlers(prisma, { officeId, isProtected: false }, now) : [],
  ]);
  await recordRead(keeper, now, {
    action: "people:list",
    object: { kind: "account", count: officers.length },
    reason: usualReason(keeper),
  });
  return {
    hours: rows.map(({ location, ...row }) => ({
      ...presentHour(row),
      locationName: nameOf(location),
      isGone: isGone(row),
    })),
    locations: toldApart(locations),
    officers: isTeam ? officers : null,
  };
}

type NamedLocation = Parameters<typeof nameOf>[0] & { readonly id: string; readonly locationCode: string };

/** Locations of one school can have one name: then their codes tell them apart. */
function toldApart(locations: readonly NamedLocation[]): PresenceView["locations"] {
  const named = Map.groupBy(locations, nameOf);
  return locations.map((location) => {
    const name = nameOf(location);
    const isAlone = named.get(name)?.length === 1;
    return { id: location.id, name: isAlone ? name : `${name} (${location.locationCode})` };
  });
}

function nameOf({ name, city }: { readonly name: string; readonly city: string }): string {
  return name.endsWith(city) ? name : `${name}, ${city}`;
}

/**
 * When the office of an own report is at the school; none for a protected student, whose office is not for the school
 * to know. Stands on the page of the report, and who opens that is on the access log for it.
 */
export async function findPresence(
  viewer: SchoolViewer,
  now: Now,
  reference: string,
): Promise<readonly PresenceHour[]> {
  const report = await prisma.report.findFirst({
    where: { AND: [visibleReports(viewer), { reference: readReference(reference) ?? "", isProtected: false }] },
    select: { officeId: true, locationId: true },
  });
  if (report?.officeId == null) return [];
  const { officeId, locationId } = report;
  const rows = await prisma.presenceHour.findMany({
    relationLoadStrategy: "join",
    where: { officeId, locationId },
    orderBy: inWeek,
    select: presenceColumns(officeId, now.today),
  });
  return rows.filter((row) => !isGone(row)).map(presentHour);
}
