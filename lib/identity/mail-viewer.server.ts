import "server-only";
import { prisma } from "@/lib/db/client.server";
import { localeOf } from "@/lib/i18n/locale";
import { toColumn } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { accountId, locationId, mandateId, newId, officeId, organisationId, sessionId } from "@/lib/shared/ids";
import { isOfficeRole, isRole, isSchoolRole } from "./roles";
import { sealPersonViewer } from "./seal-viewer";
import type { PersonViewer } from "./viewer";

/**
 * Whoever wrote a mail from this address, in each of the mandates that hold today. A signed address came with the mail,
 * which proves that he reads this mailbox: enough to say something at a report, and this viewer is made for nothing else.
 */
export async function listMailViewers(email: string, now: Now): Promise<readonly PersonViewer[]> {
  const today = toColumn(now.today);
  const account = await prisma.account.findUnique({
    where: { email: email.trim().toLowerCase(), disabledAt: null },
    select: {
      id: true,
      name: true,
      email: true,
      locale: true,
      mandates: {
        where: { validFrom: { lte: today }, OR: [{ validUntil: null }, { validUntil: { gte: today } }] },
        include: { organisation: { select: { name: true } } },
      },
    },
  });
  if (account === null) return [];
  const { id, mandates, ...known } = account;
  return mandates.flatMap((mandate) => {
    const { role, organisationId: organisation } = mandate;
    if (!isRole(role)) return [];
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
    if (!isOfficeRole(role)) return [];
    const { protectedCases } = mandate;
    return sealPersonViewer({ ...person, kind: "office", role, officeId: officeId(organisation), protectedCases });
  });
}
