import "server-only";
import { prisma } from "@/lib/db/client.server";
import type { Prisma } from "@/lib/db/generated/client";
import { fromColumn, toColumn } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { eventColumns, readEvent } from "@/lib/timeline/event-row";
import type { EventKind, TimelineEvent } from "@/lib/timeline/events";
import { type PromiseClock, plainClock } from "@/lib/timeline/promise";
import { loadFollowing } from "./following.server";
import type { LetterFacts } from "./letters";
import { atLevel, readMailLevel } from "./mail-levels";
import { accountColumns, atOfficeOf, atSchoolOf, personColumns, reachable, toPerson, validToday } from "./reach.server";
import type { Concerned, Doer, Person } from "./recipients";

/** An event with all that is needed to tell people of it; nothing here names the student. */
export interface EventNews {
  readonly eventId: string;
  readonly reportId: string;
  readonly kind: EventKind;
  readonly facts: LetterFacts;
  readonly concerned: Concerned;
  readonly doer: Doer;
}

/** Null: the event or its report is gone. */
export async function loadNews(eventId: string, reportId: string, now: Now): Promise<EventNews | null> {
  const report = await prisma.report.findUnique({
    relationLoadStrategy: "join",
    where: { id: reportId },
    select: newsColumns(now),
  });
  if (report === null) return null;
  const timeline = report.events.map(readEvent).filter(({ id }) => id <= eventId);
  const event = timeline.find(({ id }) => id === eventId);
  if (event === undefined) return null;
  const { reference, ownReference, filedAt, dueAt, isProtected, office, officer } = report;
  const facts: LetterFacts = {
    reference,
    ...atLevel(readMailLevel(report.organisation.mailLevel?.level), { ownReference, group: report.studentGroup }),
    locationName: report.location.name,
    // As it was after this event: the letter may leave when more has happened.
    status: event.status,
    outcome: office === null ? "unroutable" : "assigned",
    office: office === null ? null : { name: office.organisation.name },
    officer: officer === null ? null : { name: officer.name },
    isProtected,
    filedAt,
    dueAt,
    clock: clockAt(report),
    timeline: timeline.map((one) => ({ event: one })),
  };
  const parts = concernedBy(report);
  const [administrators, confirmers, urged, doer, contactEmail, following] = await Promise.all([
    event.kind === "unroutable" ? listAdministrators(now) : [],
    event.kind === "written_down" ? listReporters(report, now) : [],
    event.kind === "no_reaction" ? findUrged(report, now) : nobodyUrged,
    findDoer(event.actor.id),
    reachableContact(report, now),
    loadFollowing(report, [parts.reporter, ...parts.followers, parts.officer], now),
  ]);
  const concerned = {
    ...parts,
    ...following,
    followers: [...parts.followers, ...following.followers],
    contactEmail,
    administrators,
    ...urged,
    confirmers,
    otherOfficeEmail: otherOfficeOf(report, event),
  };
  return { eventId, reportId, kind: event.kind, facts, concerned, doer };
}

/** A letter says until when, and not which working day it is: it needs no days on which an office is closed. */
function clockAt({ clockFromAt, nextDueAt, pausedAt, pauses }: NewsRow): PromiseClock {
  return {
    ...plainClock,
    fromAt: clockFromAt,
    nextDueAt,
    pausedAt,
    pauses: pauses.map(({ reason, expectedOn, startedAt }) => ({
      reason,
      party: null,
      from: startedAt,
      until: null,
      expectedOn: expectedOn === null ? null : fromColumn(expectedOn),
    })),
  };
}

function newsColumns(now: Now) {
  const account = { select: accountColumns(now) };
  return {
    reference: true,
    ownReference: true,
    studentGroup: true,
    organisationId: true,
    locationId: true,
    officeId: true,
    filedAt: true,
    dueAt: true,
    clockFromAt: true,
    nextDueAt: true,
    pausedAt: true,
    pauses: { where: { endedAt: null }, select: { reason: true, expectedOn: true, startedAt: true } },
    isProtected: true,
    type: true,
    contactEmail: true,
    location: { select: { name: true } },
    organisation: { select: { mailLevel: { select: { level: true } } } },
    office: { select: { email: true, organisation: { select: { name: true } } } },
    officer: account,
    reporter: account,
    followers: { select: { account } },
    watches: { select: { isMuted: true, account } },
    transfers: {
      orderBy: { offeredAt: "desc" },
      select: { offeredAt: true, fromOffice: { select: { email: true } }, toOffice: { select: { email: true } } },
    },
    events: { select: eventColumns, orderBy: { id: "asc" } },
  } satisfies Prisma.ReportSelect;
}

type NewsRow = Prisma.ReportGetPayload<{ select: ReturnType<typeof newsColumns> }>;

/** Whoever may no longer open the report is not told of it. */
function concernedBy(report: NewsRow): Pick<Concerned, "reporter" | "followers" | "officer" | "officeEmail"> {
  return {
    reporter: reachable(report.reporter, atSchoolOf(report)),
    followers: report.followers.flatMap(({ account }) => reachable(account, atSchoolOf(report)) ?? []),
    officer: reachable(report.officer, atOfficeOf(report)),
    officeEmail: report.office?.email ?? null,
  };
}

/** Who gave the report away, or who was asked to take it; null: the event is about no transfer. */
function otherOfficeOf({ transfers }: NewsRow, { kind, at }: TimelineEvent): string | null {
  if (!kind.startsWith("transfer_")) return null;
  const transfer = transfers.find(({ offeredAt }) => offeredAt <= at);
  const office = kind === "transfer_accepted" ? transfer?.fromOffice : transfer?.toOffice;
  return office?.email ?? null;
}

/** A contact needs no account; one whose account lost the right to read the report is left out like anybody else. */
async function reachableContact(report: NewsRow, now: Now): Promise<string | null> {
  if (report.contactEmail === null) return null;
  const email = report.contactEmail.toLowerCase();
  const account = await prisma.account.findUnique({ where: { email }, select: accountColumns(now) });
  return account === null || reachable(account, atSchoolOf(report)) !== null ? email : null;
}

async function listAdministrators(now: Now): Promise<Person[]> {
  const accounts = await prisma.account.findMany({
    where: {
      disabledAt: null,
      mandates: { some: { AND: [validToday(now), { role: "administrator", organisation: { kind: "desk" } }] } },
    },
    select: personColumns,
  });
  return accounts.map(toPerson);
}

/** The reporters of the location. */
async function listReporters({ organisationId, locationId }: NewsRow, now: Now): Promise<Person[]> {
  const here = { OR: [{ locationIds: { isEmpty: true } }, { locationIds: { has: locationId } }] };
  const accounts = await prisma.account.findMany({
    where: {
      disabledAt: null,
      mandates: { some: { AND: [validToday(now), here, { role: "reporter", organisationId }] } },
    },
    select: personColumns,
  });
  return accounts.map(toPerson);
}

async function findDoer(accountId: string | null): Promise<Doer> {
  if (accountId === null) return { accountId, email: null };
  const account = await prisma.account.findUnique({ where: { id: accountId }, select: { email: true } });
  return { accountId, email: account?.email ?? null };
}

const nobodyUrged: Pick<Concerned, "deputy" | "leads"> = { deputy: null, leads: [] };

/** Who must hear when a school waits too long, besides the officer: his deputy of today, and who leads the team. */
async function findUrged({ officeId, isProtected, officer }: NewsRow, now: Now): Promise<typeof nobodyUrged> {
  if (officeId === null) return nobodyUrged;
  const today = toColumn(now.today);
  const atOffice = {
    AND: [validToday(now), { organisationId: officeId, ...(isProtected ? { protectedCases: true } : {}) }],
  };
  const standsIn = {
    officeId,
    accountId: officer?.id ?? officeId,
    firstDay: { lte: today },
    OR: [{ lastDay: null }, { lastDay: { gte: today } }],
  };
  const [deputy, leads] = await Promise.all([
    prisma.account.findFirst({
      where: { disabledAt: null, mandates: { some: atOffice }, deputyships: { some: standsIn } },
      select: personColumns,
    }),
    prisma.account.findMany({
      where: { disabledAt: null, mandates: { some: { AND: [atOffice, { role: "team_lead" }] } } },
      select: personColumns,
    }),
  ]);
  return { deputy: deputy === null ? null : toPerson(deputy), leads: leads.map(toPerson) };
}
