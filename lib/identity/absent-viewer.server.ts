import "server-only";
import { prisma } from "@/lib/db/client.server";
import { localeOf } from "@/lib/i18n/locale";
import { toColumn } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { accountId, locationId, mandateId, newId, officeId, organisationId, sessionId } from "@/lib/shared/ids";
import { isDeskRole, isRole, isSchoolRole } from "./roles";
import { sealPersonViewer } from "./seal-viewer";
import type { PersonViewer } from "./viewer";

const ofAccount = { id: true, name: true, email: true, locale: true } as const;

/** Mandates that hold on this day. */
function heldOn({ today }: Now) {
  const day = toColumn(today);
  return { validFrom: { lte: day }, OR: [{ validUntil: null }, { validUntil: { gte: day } }] };
}

/**
 * Whoever wrote a mail from this address, in each of the mandates that hold today. A signed address came with the mail,
 * which proves that he reads this mailbox: enough to say something at a report, and this viewer is made for nothing else.
 */
export async function listMailViewers(email: string, now: Now): Promise<readonly PersonViewer[]> {
  const account = await prisma.account.findUnique({
    where: { email: email.trim().toLowerCase(), disabledAt: null },
    select: {
      ...ofAccount,
      mandates: { where: heldOn(now), include: { organisation: { select: { name: true } } } },
    },
  });
  if (account === null) return [];
  const { mandates, ...known } = account;
  // Whoever keeps the desk says nothing at a report.
  return mandates.flatMap((mandate) => viewerOf(known, mandate, now) ?? []).filter(({ kind }) => kind !== "desk");
}

/** Somebody who asked to hear of something again and again, in each of his mandates of this organisation. */
export async function listAbsentViewers(
  { accountId: id, organisationId: organisation }: { readonly accountId: string; readonly organisationId: string },
  now: Now,
): Promise<readonly PersonViewer[]> {
  const mandates = await prisma.mandate.findMany({
    where: { AND: [{ accountId: id, organisationId: organisation, account: { disabledAt: null } }, heldOn(now)] },
    include: { organisation: { select: { name: true } }, account: { select: ofAccount } },
  });
  return mandates.flatMap(({ account, ...mandate }) => viewerOf(account, mandate, now) ?? []);
}

/**
 * Somebody who asked for work that goes on without him, in the mandate in which he asked; null once that is over. The
 * work does what he may do now, not what he might when he asked.
 */
export async function findAbsentViewer(mandateId: string, now: Now): Promise<PersonViewer | null> {
  const mandate = await prisma.mandate.findFirst({
    where: { AND: [{ id: mandateId, account: { disabledAt: null } }, heldOn(now)] },
    include: { organisation: { select: { name: true } }, account: { select: ofAccount } },
  });
  const viewer = mandate === null ? null : viewerOf(mandate.account, mandate, now);
  return viewer?.kind === "desk" ? null : viewer;
}

interface AccountRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly locale: string;
}

interface MandateRow {
  readonly id: string;
  readonly role: string;
  readonly organisationId: string;
  readonly organisation: { readonly name: string };
  readonly locationIds: readonly string[];
  readonly protectedCases: boolean;
}

function viewerOf({ id, ...known }: AccountRow, mandate: MandateRow, now: Now): PersonViewer | null {
  const { role, organisationId: organisation } = mandate;
  if (!isRole(role)) return null;
  const person = {
    ...known,
    accountId: accountId(id),
    mandateId: mandateId(mandate.id),
    sessionId: sessionId(newId()),
    locale: localeOf(known.locale),
    organisationId: organisationId(organisation),
    organisationName: mandate.organisation.name,
    factors: 1,
    authenticatedAt: now.at,
  } as const;
  if (isSchoolRole(role)) {
    return sealPersonViewer({ ...person, kind: "school", role, locationIds: mandate.locationIds.map(locationId) });
  }
  if (isDeskRole(role)) return sealPersonViewer({ ...person, kind: "desk", role });
  const { protectedCases } = mandate;
  return sealPersonViewer({ ...person, kind: "office", role, officeId: officeId(organisation), protectedCases });
}
