import "server-only";
import { record } from "@/lib/audit/record.server";
import { type Transaction, transact } from "@/lib/audit/transact.server";
import type { SchoolViewer, Viewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import { toColumn } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { NotFound } from "@/lib/shared/problem";
import { fail, ok, type Result } from "@/lib/shared/result";
import type { CalendarPeriodInput, CalendarRemoval, LessonsInput } from "../calendar-input";
import { lessonFields } from "../calendar-input";
import { calendarOwner } from "../school-calendar";

/** Adds a period to the calendar of the own school, or of a location, group or programme of it. */
export function addCalendarPeriod(viewer: Viewer, input: CalendarPeriodInput, now: Now): Promise<Result<null>> {
  const keeper = requireKeeper(viewer);
  return transact(keeper, now, async (tx) => {
    const places = await placesOf(tx, keeper, input.locationId);
    if (places.length === 0) return fail({ code: "location-unknown", field: "locationId" });
    const unknown = await unknownPart(tx, keeper, input);
    if (unknown !== null) return fail(unknown);
    const { group = null, programmeCode = null, kind, name = null } = input;
    const rows = places.map((place) => ({
      ...place,
      owner: calendarOwner({
        brin: place.brin,
        locationCode: place.locationCode ?? undefined,
        group: input.group,
        programmeCode: input.programmeCode,
      }),
      group,
      programmeCode,
      kind,
      name,
      firstDay: toColumn(input.firstDay),
      lastDay: toColumn(input.lastDay),
    }));
    const { count } = await tx.client.calendarPeriod.createMany({ data: rows, skipDuplicates: true });
    if (count === 0) return fail({ code: "calendar-twice", field: "firstDay" });
    record(tx, { action: "calendar:add", object: { kind: "calendar-period", count }, reason: "own-school" });
    return ok(null);
  });
}

/** Takes a period off the own calendar. What is not there, or not the own school's, is NotFound. */
export function removeCalendarPeriod(viewer: Viewer, removal: CalendarRemoval, now: Now): Promise<Result<null>> {
  const keeper = requireKeeper(viewer);
  return transact(keeper, now, async (tx) => {
    const places = await placesOf(tx, keeper, undefined);
    const { count } = await tx.client.calendarPeriod.deleteMany({
      where: {
        owner: removal.owner,
        firstDay: toColumn(removal.firstDay),
        kind: removal.kind,
        brin: { in: places.map(({ brin }) => brin) },
      },
    });
    if (count === 0) throw new NotFound("calendar-period");
    record(tx, { action: "calendar:remove", object: { kind: "calendar-period", count }, reason: "own-school" });
    return ok(null);
  });
}

/** Says what a lesson and a whole day of a location count for. Reports that were filed keep their hours. */
export function setLessons(viewer: Viewer, input: LessonsInput, now: Now): Promise<Result<null>> {
  const keeper = requireKeeper(viewer);
  return transact(keeper, now, async (tx) => {
    const { count } = await tx.client.location.updateMany({
      where: { id: input.locationId, organisationId: keeper.organisationId },
      data: {
        lessonsByWeekday: lessonFields.map((day) => input[day]),
        lessonMinutes: input.lessonMinutes,
        over18Days: input.over18Days ?? null,
      },
    });
    if (count === 0) throw new NotFound("location");
    const object = { kind: "location", id: input.locationId };
    record(tx, { action: "calendar:lessons", object, reason: "own-school" });
    return ok(null);
  });
}

function requireKeeper(viewer: Viewer): SchoolViewer {
  const mayKeep = viewer.kind === "school" && can(viewer, "calendar:keep", { organisationId: viewer.organisationId });
  if (!mayKeep) throw new NotFound("calendar");
  return viewer;
}

interface Place {
  readonly brin: string;
  /** Null: all locations under this code. */
  readonly locationCode: string | null;
}

/** The own location that is meant, or every own institution code. */
async function placesOf(tx: Transaction, keeper: SchoolViewer, locationId: string | undefined): Promise<Place[]> {
  const { organisationId } = keeper;
  const own = locationId === undefined ? { organisationId } : { organisationId, id: locationId };
  const found = await tx.client.location.findMany({ where: own, select: { brin: true, locationCode: true } });
  if (locationId !== undefined) return found;
  return [...new Set(found.map(({ brin }) => brin))].map((brin) => ({ brin, locationCode: null }));
}

/** A period for a group that nobody is in would quietly hold for nobody. */
async function unknownPart(tx: Transaction, { organisationId }: SchoolViewer, input: CalendarPeriodInput) {
  const location = { organisationId, ...(input.locationId === undefined ? {} : { id: input.locationId }) };
  const isTaken = async (part: { group: string } | { programmeCode: string }) =>
    (await tx.client.enrolment.findFirst({ where: { location, ...part }, select: { id: true } })) !== null;
  const { group, programmeCode } = input;
  if (group !== undefined && !(await isTaken({ group }))) return { code: "group-unknown", field: "group" };
  if (programmeCode !== undefined && !(await isTaken({ programmeCode }))) {
    return { code: "programme-unknown", field: "programmeCode" };
  }
  return null;
}
