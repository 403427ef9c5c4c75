import "server-only";
import type { Prisma } from "@/lib/db/generated/client";

/** What the office promised of a report, and on which days of its own it is closed. */
export const clockRecord = {
  clockFromAt: true,
  nextDueAt: true,
  closeDueAt: true,
  pausedAt: true,
  extendedAt: true,
  pauses: {
    select: { reason: true, party: true, startedAt: true, endedAt: true, expectedOn: true },
    orderBy: { startedAt: "asc" },
  },
} satisfies Prisma.ReportSelect;

const freeDays = { select: { day: true, addedAt: true, removedAt: true } } as const;

/** How fast the office reacted in the last quarter that was kept. */
const reactionFigures = {
  where: { kind: "quarter" },
  orderBy: { startsOn: "desc" },
  take: 1,
  select: { count: true, medianDays: true },
} as const;

/** What a report's page needs, in one statement. */
export const reportRecord = {
  id: true,
  reference: true,
  version: true,
  status: true,
  type: true,
  regime: true,
  firstDay: true,
  lastDay: true,
  hoursTotal: true,
  studentGroup: true,
  reasonCode: true,
  reasonSealed: true,
  explanationSealed: true,
  schoolActions: true,
  schoolActionsNoteSealed: true,
  actionWanted: true,
  noActionReasonSealed: true,
  urgentReasonSealed: true,
  contactName: true,
  contactFunction: true,
  contactEmail: true,
  contactPhone: true,
  parentPhoneSealed: true,
  staySealed: true,
  ownReference: true,
  reporterName: true,
  filedAt: true,
  dueAt: true,
  changedAt: true,
  writtenDownById: true,
  confirmedAt: true,
  firstReactionAt: true,
  ...clockRecord,
  closeReason: true,
  closeNote: true,
  isProtected: true,
  organisationId: true,
  locationId: true,
  officeId: true,
  officerId: true,
  student: { select: { firstName: true, prefix: true, lastName: true, birthDate: true, numberHint: true } },
  organisation: { select: { name: true } },
  location: { select: { name: true, locationCode: true, city: true } },
  office: {
    select: {
      email: true,
      phone: true,
      freeDays,
      reactionFigures,
      organisation: { select: { code: true, name: true } },
    },
  },
  officer: { select: { id: true, name: true, email: true } },
  followUpTo: { select: { reference: true } },
  days: { select: { day: true, hours: true, lessons: true, wholeDay: true }, orderBy: { day: "asc" } },
  arrivals: { select: { day: true, minutes: true }, orderBy: { position: "asc" } },
  events: { orderBy: { id: "desc" } },
  assignments: { select: { outcome: true, because: true }, orderBy: { decidedAt: "desc" }, take: 1 },
} satisfies Prisma.ReportSelect;

/** The last things that happened; one more is asked, to know whether there is more. */
export const latestEvents = 40;
export const latestRecord = {
  ...reportRecord,
  events: { ...reportRecord.events, take: latestEvents + 1 },
} satisfies Prisma.ReportSelect;

export type ReportRecord = Prisma.ReportGetPayload<{ select: typeof reportRecord }>;
