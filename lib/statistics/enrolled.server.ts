import "server-only";
import { prisma } from "@/lib/db/client.server";
import { ownLocations } from "@/lib/directory/own-locations";
import type { Viewer } from "@/lib/identity/viewer";
import { isOfSchool } from "@/lib/policy/report-rules";
import { isBreakdown } from "./breakdowns";
import { monthsOf, yearOfPeriod } from "./period";
import type { Selection } from "./selection";
import { everything } from "./table";

/** How many are enrolled at each row; rows that tell reports apart by something else have no number of their own. */
export async function findEnrolled(viewer: Viewer | null, wish: Selection): Promise<ReadonlyMap<string, number>> {
  const home = viewer === null ? wish.place : ownPlace(viewer);
  const schoolYear = yearOfPeriod(wish.period);
  const isPlaces = wish.rows !== "month" && !isBreakdown(wish.rows);
  const bases = await prisma.figureBase.findMany({
    where: {
      schoolYear,
      OR: [
        ...(home === null ? [] : [{ level: home.level, place: home.code }]),
        ...(isPlaces ? [{ level: wish.rows }] : []),
      ],
    },
  });
  const total = bases.find(({ level, place }) => level === home?.level && place === home?.code)?.enrolledCount;
  const rows = isPlaces && mayCompare(viewer, wish) ? bases.filter(({ level }) => level === wish.rows) : [];
  const months = wish.rows === "month" ? monthsOf(schoolYear) : [];
  return new Map([
    ...(total === undefined ? [] : [everything.code, ...months].map((code) => [code, total] as const)),
    ...rows.map(({ place, enrolledCount }) => [place, enrolledCount] as const),
  ]);
}

/** Somebody who answers for some locations has no number for the whole school. */
function ownPlace(viewer: Viewer) {
  const own = ownLocations(viewer);
  return own === null || own.id !== undefined ? null : { level: "school", code: own.organisationId };
}

/** The own reports of a school lie at its own locations; those of an office are a part of what a place has. */
function mayCompare(viewer: Viewer | null, { rows }: Selection): boolean {
  return viewer === null || (isOfSchool(viewer) && rows === "location");
}
