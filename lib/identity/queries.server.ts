import "server-only";
import { z } from "zod";
import { recordRead } from "@/lib/audit/record.server";
import { prisma } from "@/lib/db/client.server";
import type { Prisma } from "@/lib/db/generated/client";
import { can } from "@/lib/policy/can";
import { fromColumn } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import type { Page } from "@/lib/shared/page";
import { NotFound } from "@/lib/shared/problem";
import { asEmail } from "./account-lookup.server";
import { mandateState } from "./mandates";
import { accountState, type MandateView, type PersonView, type SessionView } from "./person-views";
import { isRole } from "./roles";
import type { PersonViewer, SystemViewer, Viewer } from "./viewer";

const pageSize = 50;

interface PeopleQuestion {
  /** Of the organisation. */
  readonly organisation: string;
  /** The account after which the page begins. */
  readonly after?: string | undefined;
}

/** The people of an organisation, by name; of an organisation that is not this viewer's: not found. */
export async function listPeople(viewer: Viewer, asked: PeopleQuestion, now: Now): Promise<Page<PersonView>> {
  const organisation = await managedOrganisation(viewer, asked.organisation);
  const accounts = await prisma.account.findMany({
    where: { mandates: { some: { organisationId: organisation.id } } },
    include: personParts({ organisationId: organisation.id }, now),
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: pageSize + 1,
    ...(asked.after === undefined ? {} : { cursor: { id: asked.after }, skip: 1 }),
  });
  const shown = accounts.slice(0, pageSize);
  const signIns = await lastSignIns(shown.map(({ id }) => id));
  const rows = shown.map((account) => personView(account, signIns, now));
  await recordRead(viewer, now, {
    action: "people:list",
    object: { kind: "organisation", id: organisation.id, count: rows.length },
    reason: "administration",
  });
  return { rows, nextCursor: accounts.length > pageSize ? (rows.at(-1)?.accountId ?? null) : null };
}

/** One person with the mandates that this viewer may end. */
export async function findPerson(viewer: Viewer, accountId: string, now: Now): Promise<PersonView> {
  if (!z.uuid().safeParse(accountId).success) throw new NotFound("account");
  const account = await prisma.account.findUnique({ where: { id: accountId }, include: personParts({}, now) });
  const mandates = account?.mandates.filter(({ organisationId }) => can(viewer, "people:manage", { organisationId }));
  if (account === null || mandates === undefined || mandates.length === 0) throw new NotFound("account");
  await recordRead(viewer, now, {
    action: "people:read",
    object: { kind: "account", id: account.id },
    reason: "administration",
  });
  return personView({ ...account, mandates }, await lastSignIns([account.id]), now);
}

export interface OrganisationToManage {
  readonly code: string;
  readonly name: string;
  readonly kind: "school" | "office" | "desk";
  readonly locations: readonly { readonly id: string; readonly name: string }[];
}

/** An organisation into which this viewer may let people. */
export async function findOrganisationToManage(viewer: Viewer, code: string): Promise<OrganisationToManage> {
  const { name, kind, locations } = await managedOrganisation(viewer, code);
  return {
    code,
    name,
    kind,
    locations: locations.map(({ id, name: place, locationCode }) => ({ id, name: `${place} (${locationCode})` })),
  };
}

/** The own organisation's code; for the desk's administrator, organisations that fit the words. */
export async function findOrganisationsToManage(viewer: PersonViewer, words: string) {
  const where: Prisma.OrganisationWhereInput = can(viewer, "people:manage", { organisationId: "" })
    ? { OR: [{ name: { contains: words, mode: "insensitive" } }, { code: { equals: words.toUpperCase() } }] }
    : { id: viewer.organisationId };
  const found = await prisma.organisation.findMany({ where, orderBy: { name: "asc" }, take: 20 });
  return found
    .filter(({ id }) => can(viewer, "people:manage", { organisationId: id }))
    .map(({ code, name }) => ({ code, name }));
}

/** The own sessions, the newest first. */
export async function listOwnSessions(viewer: PersonViewer, now: Now): Promise<readonly SessionView[]> {
  const sessions = await prisma.session.findMany({
    where: { accountId: viewer.accountId, expiresAt: { gt: now.at } },
    orderBy: { authenticatedAt: "desc" },
  });
  return sessions.map(({ id, device, authenticatedAt, lastInputAt, expiresAt, sharedComputer }) => ({
    id,
    device,
    beganAt: authenticatedAt,
    lastInputAt,
    expiresAt,
    isThis: id === viewer.sessionId,
    isShared: sharedComputer,
  }));
}

/** The own mandates, past ones too. */
export async function listOwnMandates(viewer: PersonViewer, now: Now): Promise<readonly MandateView[]> {
  const mandates = await prisma.mandate.findMany({
    where: { accountId: viewer.accountId },
    include: mandateParts,
    orderBy: [{ validFrom: "desc" }, { id: "asc" }],
  });
  return mandates.map((mandate) => mandateView(mandate, now));
}

/** For the command line, which is given an address. */
export async function findAccountId(viewer: SystemViewer, email: string): Promise<string | null> {
  if (!can(viewer, "people:manage", { organisationId: "" })) throw new NotFound("account");
  return (await prisma.account.findUnique({ where: { email: asEmail(email) }, select: { id: true } }))?.id ?? null;
}

async function managedOrganisation(viewer: Viewer, code: string) {
  const organisation = await prisma.organisation.findUnique({
    where: { code },
    include: { locations: { orderBy: { locationCode: "asc" } } },
  });
  if (organisation === null || !can(viewer, "people:manage", { organisationId: organisation.id })) {
    throw new NotFound("organisation");
  }
  return organisation;
}

const mandateParts = { organisation: { include: { locations: { select: { id: true, name: true } } } } } as const;

function personParts(mandates: Prisma.MandateWhereInput, now: Now) {
  return {
    mandates: { where: mandates, include: mandateParts, orderBy: { validFrom: "desc" as const } },
    invitations: { where: { usedAt: null, expiresAt: { gt: now.at } }, take: 1, select: { id: true } },
  };
}

type AccountRow = Prisma.AccountGetPayload<{ include: ReturnType<typeof personParts> }>;
type MandateRow = Prisma.MandateGetPayload<{ include: typeof mandateParts }>;

/** From the access log: sessions themselves are gone when they end. */
async function lastSignIns(accountIds: readonly string[]): Promise<ReadonlyMap<string, Date>> {
  const found = await prisma.auditEntry.groupBy({
    by: ["objectId"],
    where: { objectId: { in: [...accountIds] }, action: "session:start", result: "done" },
    _max: { at: true },
  });
  return new Map(
    found.flatMap(({ objectId, _max: { at } }) => (objectId === null || at === null ? [] : [[objectId, at]])),
  );
}

function personView(account: AccountRow, signIns: ReadonlyMap<string, Date>, now: Now): PersonView {
  return {
    accountId: account.id,
    name: account.name,
    email: account.email,
    state: accountState({ ...account, hasOpenInvitation: account.invitations.length > 0 }),
    lastSignInAt: signIns.get(account.id) ?? null,
    mandates: account.mandates.map((mandate) => mandateView(mandate, now)),
  };
}

function mandateView(mandate: MandateRow, now: Now): MandateView {
  const period = {
    validFrom: fromColumn(mandate.validFrom),
    validUntil: mandate.validUntil === null ? null : fromColumn(mandate.validUntil),
  };
  const { organisation, role } = mandate;
  if (!isRole(role)) throw new Error(`mandate ${mandate.id} has a role that the desk does not know`);
  return {
    id: mandate.id,
    role,
    organisationCode: organisation.code,
    organisationName: organisation.name,
    ...period,
    state: mandateState(period, now.today),
    locations: organisation.locations.filter(({ id }) => mandate.locationIds.includes(id)).map(({ name }) => name),
    protectedCases: mandate.protectedCases,
  };
}
