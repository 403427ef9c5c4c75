import "server-only";
import { prisma } from "@/lib/db/client.server";
import { toColumn } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import type { EventKind } from "@/lib/timeline/events";
import type { Concerned, Person } from "./concerned";
import {
  accountColumns,
  atOfficeOf,
  holdsAt,
  personColumns,
  type ReachFacts,
  reachable,
  toPerson,
  validToday,
} from "./reach.server";

interface ConcernedReport extends ReachFacts {
  /** Null: nobody in particular. */
  readonly officer: { readonly id: string } | null;
  /** Who had it until the event. Null: it stayed where it was. */
  readonly formerOfficerId: string | null;
}

type AlsoConcerned = Pick<Concerned, "administrators" | "confirmers" | "deputy" | "leads" | "formerOfficer">;

/** Those who hear of few kinds of events. */
export async function alsoConcerned(report: ConcernedReport, kind: EventKind, now: Now): Promise<AlsoConcerned> {
  const [administrators, confirmers, urged, formerOfficer] = await Promise.all([
    kind === "unroutable" ? listAdministrators(now) : [],
    kind === "written_down" || kind === "confirm_reminded" ? listReporters(report, now) : [],
    kind === "no_reaction" ? findUrged(report, now) : nobodyUrged,
    report.formerOfficerId === null ? null : findAtOffice(report, report.formerOfficerId, now),
  ]);
  return { administrators, confirmers, formerOfficer, ...urged };
}

/** Somebody who may open the report at its office. */
async function findAtOffice(report: ConcernedReport, id: string, now: Now): Promise<Person | null> {
  const account = await prisma.account.findUnique({ where: { id }, select: accountColumns(now) });
  return reachable(account, atOfficeOf(report));
}

/** The functional administrators of the desk. */
export async function listAdministrators(now: Now): Promise<Person[]> {
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
async function listReporters({ organisationId, locationId }: ConcernedReport, now: Now): Promise<Person[]> {
  const accounts = await prisma.account.findMany({
    where: {
      disabledAt: null,
      mandates: { some: { AND: [validToday(now), holdsAt(locationId), { role: "reporter", organisationId }] } },
    },
    select: personColumns,
  });
  return accounts.map(toPerson);
}

const nobodyUrged: Pick<Concerned, "deputy" | "leads"> = { deputy: null, leads: [] };

/** Who must hear when a school waits too long, besides the officer: his deputy of today, and who leads the team. */
async function findUrged({ officeId, isProtected, officer }: ConcernedReport, now: Now): Promise<typeof nobodyUrged> {
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
