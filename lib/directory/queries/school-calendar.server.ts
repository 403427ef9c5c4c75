import "server-only";
import { prisma } from "@/lib/db/client.server";
import { calendarOwner } from "@/lib/directory/school-calendar";
import type { KeptPeriod, SchoolCalendarView } from "@/lib/directory/views";
import type { Viewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import { addDays, fromColumn, toColumn } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { NotFound } from "@/lib/shared/problem";

/** What is over longer than this is not shown any more. */
const daysBack = 120;

/** The own calendar as its keeper sees it: own periods, the holidays of the region, and the lessons of each location. */
export async function findSchoolCalendar(viewer: Viewer, now: Now): Promise<SchoolCalendarView> {
  const mayKeep = viewer.kind === "school" && can(viewer, "calendar:keep", { organisationId: viewer.organisationId });
  if (!mayKeep) throw new NotFound("calendar");
  const locations = await prisma.location.findMany({
    where: { organisationId: viewer.organisationId },
    orderBy: [{ name: "asc" }, { locationCode: "asc" }],
    select: {
      id: true,
      brin: true,
      name: true,
      city: true,
      locationCode: true,
      sector: true,
      municipalityCode: true,
      lessonsPerDay: true,
      lessonsByWeekday: true,
      lessonMinutes: true,
      over18Days: true,
    },
  });
  const regions = await holidayRegionsOf(locations.map(({ municipalityCode }) => municipalityCode));
  const brins = [...new Set(locations.map(({ brin }) => brin))];
  const owners = regions.map((holidayRegion) => calendarOwner({ holidayRegion }));
  const rows = await prisma.calendarPeriod.findMany({
    where: {
      OR: [{ owner: { in: owners } }, { brin: { in: brins } }],
      lastDay: { gte: toColumn(addDays(now.today, -daysBack)) },
    },
    orderBy: [{ firstDay: "asc" }, { owner: "asc" }],
    take: 1_000,
  });
  const nameOf = new Map(locations.map(({ locationCode, name }) => [locationCode, name]));
  const periods = rows.map((row): KeptPeriod => {
    const { owner, kind, holidayRegion, locationCode, group, programmeCode, name } = row;
    const locationName = locationCode === null ? null : (nameOf.get(locationCode) ?? locationCode);
    const days = { firstDay: fromColumn(row.firstDay), lastDay: fromColumn(row.lastDay) };
    return { owner, kind, holidayRegion, locationName, group, programmeCode, name, ...days };
  });
  return {
    own: periods.filter(({ holidayRegion }) => holidayRegion === null),
    regional: periods.filter(({ holidayRegion }) => holidayRegion !== null),
    locations: locations.map(({ brin: _, municipalityCode: _code, ...location }) => location),
  };
}

async function holidayRegionsOf(codes: readonly string[]): Promise<readonly string[]> {
  const rows = await prisma.municipality.findMany({
    where: { code: { in: [...codes] }, holidayRegion: { not: null } },
    distinct: ["holidayRegion"],
    select: { holidayRegion: true },
  });
  return rows.flatMap(({ holidayRegion }) => holidayRegion ?? []);
}
