import "server-only";
import { prisma } from "@/lib/db/client.server";
import type { Prisma } from "@/lib/db/generated/client";
import { fromColumn } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { eventColumns, readEvent } from "@/lib/timeline/event-row";
import type { TimelineEvent } from "@/lib/timeline/events";
import { type PromiseClock, plainClock } from "@/lib/timeline/promise";
import { alsoConcerned } from "./also-concerned.server";
import type { Concerned, Doer } from "./concerned";
import { loadFollowing } from "./following.server";
import type { LetterFacts } from "./letters";
import { atLevel, readMailLevel } from "./mail-levels";
import { accountColumns, atOfficeOf, atSchoolOf, personColumns, reachable } from "./reach.server";
import { saysWho } from "./says-who";

/** An event with all that is needed to tell people of it; nothing here names the student. */
export interface EventNews {
  readonly event: TimelineEvent;
  readonly reportId: string;
  readonly isUrgent: boolean;
  readonly facts: LetterFacts;
  readonly concerned: Concerned;
  readonly doer: Doer;
}

interface AskedNews {
  /** Null: whatever happened last. */
  readonly eventId: string | null;
  readonly reportId: string;
  readonly formerOfficerId?: string | undefined;
}

/** In the order in which they are asked; an event that is gone, or whose report is, is left out. */
export async function loadNews(asked: readonly AskedNews[], now: Now): Promise<readonly EventNews[]> {
  const reports = await prisma.report.findMany({
    relationLoadStrategy: "join",
    where: { id: { in: [...new Set(asked.map(({ reportId }) => reportId))] } },
    select: newsColumns(now),
  });
  const followed = new Map(reports.map((report) => [report.id, withParts(report)]));
  const happened = asked.flatMap(({ eventId, reportId, formerOfficerId = null }) => {
    const report = followed.get(reportId);
    const timeline = report?.timeline.filter(({ id }) => eventId === null || id <= eventId) ?? [];
    const event = timeline.at(-1);
    if (report === undefined || event === undefined || event.id !== (eventId ?? event.id)) return [];
    return [{ report, timeline, event, formerOfficerId }];
  });
  const [following, doer, contactOf] = await Promise.all([
    loadFollowing([...followed.values()], now),
    findDoers(happened.flatMap(({ event }) => event.actor.id ?? [])),
    findContacts(reports, now),
  ]);
  return Promise.all(
    happened.map(async ({ report, timeline, event, formerOfficerId }) => {
      const followers = following(report);
      const concerned = {
        ...report.concerned,
        ...followers,
        followers: [...report.concerned.followers, ...followers.followers],
        contactEmail: contactOf(report),
        otherOfficeEmail: otherOfficeOf(report, event),
        ...(await alsoConcerned({ ...report, formerOfficerId }, event.kind, now)),
      };
      const facts = factsAfter(report, timeline, event);
      const { id: reportId, isUrgent } = report;
      return { event, reportId, isUrgent, facts, concerned, doer: doer(event.actor.id) };
    }),
  );
}

function withParts(report: NewsRow) {
  const concerned = concernedBy(report);
  const parts = [concerned.reporter, ...concerned.followers, concerned.officer];
  return { ...report, concerned, parts, timeline: report.events.map(readEvent) };
}

/** As it was after this event: the letter may leave when more has happened. */
function factsAfter(report: NewsRow, timeline: readonly TimelineEvent[], { status }: TimelineEvent): LetterFacts {
  const { reference, student, studentGroup: group, filedAt, dueAt, isProtected, office, officer } = report;
  const own = report.ownReference;
  const named = { ...student, birthDate: fromColumn(student.birthDate) };
  const ownReference = own === null || saysWho(own, named) ? null : own;
  return {
    reference,
    ...atLevel(readMailLevel(report.organisation.mailLevel?.level), { ownReference, group }),
    locationName: report.location.name,
    status,
    outcome: office === null ? "unroutable" : "assigned",
    office: office === null ? null : { name: office.organisation.name },
    // Who left has no reports any more: until somebody else has this one, it lies with the office.
    officer: officer === null || reachable(officer, atOfficeOf(report)) === null ? null : { name: officer.name },
    isProtected,
    filedAt,
    dueAt,
    clock: clockAt(report),
    timeline: timeline.map((event) => ({ event })),
  };
}

/** A letter says until when, and not which working day it is: it needs no days on which an office is closed. */
function clockAt({ clockFromAt, nextDueAt, closeDueAt, pausedAt, pauses }: NewsRow): PromiseClock {
  return {
    ...plainClock,
    fromAt: clockFromAt,
    nextDueAt,
    closeDueAt,
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
    id: true,
    reference: true,
    ownReference: true,
    student: { select: { firstName: true, lastName: true, birthDate: true } },
    studentGroup: true,
    organisationId: true,
    locationId: true,
    officeId: true,
    filedAt: true,
    dueAt: true,
    clockFromAt: true,
    nextDueAt: true,
    closeDueAt: true,
    pausedAt: true,
    pauses: { where: { endedAt: null }, select: { reason: true, expectedOn: true, startedAt: true } },
    isProtected: true,
    isUrgent: true,
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
async function findContacts(reports: readonly NewsRow[], now: Now): Promise<(report: NewsRow) => string | null> {
  const emails = new Set(reports.flatMap(({ contactEmail }) => contactEmail?.toLowerCase() ?? []));
  if (emails.size === 0) return () => null;
  const accounts = await prisma.account.findMany({
    where: { email: { in: [...emails] } },
    select: accountColumns(now),
  });
  const known = new Map(accounts.map((account) => [account.email, account]));
  return (report) => {
    const email = report.contactEmail?.toLowerCase() ?? null;
    const account = email === null ? undefined : known.get(email);
    return account === undefined || reachable(account, atSchoolOf(report)) !== null ? email : null;
  };
}

async function findDoers(accountIds: readonly string[]): Promise<(accountId: string | null) => Doer> {
  const ids = [...new Set(accountIds)];
  const accounts =
    ids.length === 0 ? [] : await prisma.account.findMany({ where: { id: { in: ids } }, select: personColumns });
  const emails = new Map(accounts.map(({ id, email }) => [id, email]));
  return (accountId) => ({ accountId, email: accountId === null ? null : (emails.get(accountId) ?? null) });
}
