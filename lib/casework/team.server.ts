import "server-only";
import type { Prisma } from "@/lib/db/generated/client";
import type { OfficeViewer } from "@/lib/identity/viewer";
import { routedRoles, worksAt } from "@/lib/routing/office-people.server";
import { fromColumn, toColumn } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import type { TeamMember } from "./team";

type Client = Pick<Prisma.TransactionClient, "account" | "report">;

/** Who works at the viewer's office, and who no longer does but still has reports there. */
export async function loadTeam(client: Client, viewer: OfficeViewer, now: Now): Promise<readonly TeamMember[]> {
  const { officeId } = viewer;
  const here: Prisma.ReportWhereInput = {
    officeId,
    closedAt: null,
    ...(viewer.protectedCases ? {} : { isProtected: false }),
  };
  const accounts = await client.account.findMany({
    where: { OR: [{ mandates: { some: worksAt(officeId, now.today) } }, { assignedReports: { some: here } }] },
    select: memberColumns(officeId, here, now),
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  const loads = await client.report.groupBy({
    by: ["officerId"],
    where: { officerId: { in: accounts.map(({ id }) => id) }, closedAt: null },
    _count: true,
  });
  const load = new Map(loads.map(({ officerId, _count }) => [officerId, _count]));
  return accounts.map((account) => presentMember(account, load.get(account.id) ?? 0));
}

function memberColumns(officeId: string, here: Prisma.ReportWhereInput, now: Now) {
  return {
    id: true,
    name: true,
    disabledAt: true,
    mandates: { where: worksAt(officeId, now.today), select: { role: true, validUntil: true, protectedCases: true } },
    officerTerms: { where: { officeId } },
    leaves: {
      where: { officeId, OR: [{ lastDay: null }, { lastDay: { gte: toColumn(now.today) } }] },
      select: { id: true, firstDay: true, lastDay: true, deputyId: true, deputy: { select: { name: true } } },
      orderBy: { firstDay: "asc" },
    },
    _count: { select: { assignedReports: { where: here } } },
  } satisfies Prisma.AccountSelect;
}

type MemberRow = Prisma.AccountGetPayload<{ select: ReturnType<typeof memberColumns> }>;

function presentMember(row: MemberRow, openReports: number): TeamMember {
  const [terms] = row.officerTerms;
  return {
    id: row.id,
    name: row.name,
    protectedCases: row.mandates.some(({ protectedCases }) => protectedCases),
    isRouted: row.disabledAt === null && row.mandates.some(({ role }) => routedRoles.includes(role)),
    openReports,
    openHere: row._count.assignedReports,
    mandate: row.disabledAt === null && row.mandates.length > 0 ? { until: lastDayOf(row.mandates) } : null,
    workDays: terms?.workDays ?? [],
    caseCap: terms?.caseCap ?? null,
    noNewFrom: terms?.noNewFrom == null ? null : fromColumn(terms.noNewFrom),
    leaves: row.leaves.map(({ id, firstDay, lastDay, deputyId, deputy }) => ({
      leaveId: id,
      firstDay: fromColumn(firstDay),
      lastDay: lastDay === null ? null : fromColumn(lastDay),
      deputyId,
      deputyName: deputy?.name ?? null,
    })),
  };
}

/** The last day of the mandate that lasts longest; null when one has no end. */
function lastDayOf(mandates: MemberRow["mandates"]) {
  const ends = mandates.map(({ validUntil }) => (validUntil === null ? null : fromColumn(validUntil)));
  return ends.includes(null) ? null : (ends.toSorted().at(-1) ?? null);
}
