import "server-only";
import type { Prisma } from "@/lib/db/generated/client";
import { worksAt } from "@/lib/routing/office-people.server";
import type { Now } from "@/lib/shared/clock";

export interface Handler {
  readonly id: string;
  readonly name: string;
}

type Client = Pick<Prisma.TransactionClient, "account">;

/** People who may have this report in hand today: a handling role at its office, and named for protected cases if it is one. */
function handlersOf(report: { officeId: string | null; isProtected: boolean }, now: Now): Prisma.AccountWhereInput {
  const { officeId, isProtected } = report;
  if (officeId === null) return { id: { in: [] } };
  const named = isProtected ? { protectedCases: true } : {};
  return { disabledAt: null, mandates: { some: { ...worksAt(officeId, now.today), ...named } } };
}

export function findHandler(
  client: Client,
  report: { officeId: string | null; isProtected: boolean },
  accountId: string,
  now: Now,
): Promise<Handler | null> {
  return client.account.findFirst({
    where: { AND: [handlersOf(report, now), { id: accountId }] },
    select: { id: true, name: true },
  });
}

export function listHandlers(
  client: Client,
  report: { officeId: string | null; isProtected: boolean },
  now: Now,
): Promise<Handler[]> {
  return client.account.findMany({
    where: handlersOf(report, now),
    select: { id: true, name: true },
    orderBy: { name: "asc" },
  });
}
