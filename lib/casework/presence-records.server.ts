import "server-only";
import type { Prisma } from "@/lib/db/generated/client";
import type { OfficeViewer, Viewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import { worksAt } from "@/lib/routing/office-people.server";
import { type CalendarDate, toColumn } from "@/lib/shared/calendar-date";
import { NotAllowed } from "@/lib/shared/problem";
import { type PresenceHour, presenceDayOf } from "./presence";

/** Whoever plans the team says where it is; anybody who handles reports says where he is himself. */
export function requireKeeping(viewer: Viewer): OfficeViewer {
  if (viewer.kind !== "office" || !can(viewer, "presence:keep", viewer)) throw new NotAllowed("presence:keep");
  return viewer;
}

/** Those of the whole team, or the own ones. */
export function keptHours(viewer: OfficeViewer): Prisma.PresenceHourWhereInput {
  const { officeId, accountId } = viewer;
  return keepsForTeam(viewer) ? { officeId } : { officeId, accountId };
}

export function keepsForTeam(viewer: OfficeViewer): boolean {
  return can(viewer, "officers:plan", viewer);
}

type Client = Pick<Prisma.TransactionClient, "competence">;

/** The locations in the municipalities for which the office has a duty on this day. */
export async function ownSchools(
  client: Client,
  officeId: string,
  day: CalendarDate,
): Promise<Prisma.LocationWhereInput> {
  const on = toColumn(day);
  const duties = await client.competence.findMany({
    where: { officeId, validFrom: { lte: on }, OR: [{ validUntil: null }, { validUntil: { gte: on } }] },
    distinct: ["municipalityCode"],
    select: { municipalityCode: true },
  });
  return { municipalityCode: { in: duties.map(({ municipalityCode }) => municipalityCode) } };
}

/** The first hour of the week first. */
export const inWeek = [
  { weekday: "asc" },
  { fromTime: "asc" },
  { id: "asc" },
] satisfies Prisma.PresenceHourOrderByWithRelationInput[];

export function presenceColumns(officeId: string, day: CalendarDate) {
  return {
    id: true,
    weekday: true,
    fromTime: true,
    untilTime: true,
    place: true,
    account: {
      select: {
        id: true,
        name: true,
        disabledAt: true,
        mandates: { where: worksAt(officeId, day), take: 1, select: { id: true } },
      },
    },
  } satisfies Prisma.PresenceHourSelect;
}

type PresenceRow = Prisma.PresenceHourGetPayload<{ select: ReturnType<typeof presenceColumns> }>;

export function isGone({ account }: Pick<PresenceRow, "account">): boolean {
  return account !== null && (account.disabledAt !== null || account.mandates.length === 0);
}

export function presentHour({ id, weekday, fromTime, untilTime, place, account }: PresenceRow): PresenceHour {
  return {
    id,
    weekday: presenceDayOf(weekday),
    from: fromTime,
    until: untilTime,
    place,
    officer: account === null ? null : { id: account.id, name: account.name },
  };
}
