import "server-only";
import type { Prisma } from "@/lib/db/generated/client";
import { toColumn } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";

export interface Handler {
  readonly id: string;
  readonly name: string;
}

type Client = Pick<Prisma.TransactionClient, "account">;

/** People who may have this report in hand today: a handling role at its office, and named for protected cases if it is one. */
function handlersOf(report: { officeId: string | null; isProtected: boolean }, now: Now): Prisma.AccountWhereInput {
  const today = toColumn(now.today);
  return {
    disabledAt: null,
    mandates: {
      some: {
        organisationId: report.officeId ?? { in: [] },
        role: { in: ["officer", "team_lead", "coordinator"] },
        validFrom: { lte: today },
        OR: [{ validUntil: null }, { validUntil: { gte: today } }],
        ...(report.isProtected ? { protectedCases: true } : {}),
      },
    },
  };
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
