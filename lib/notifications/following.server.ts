import "server-only";
import { prisma } from "@/lib/db/client.server";
import { toColumn } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { type AccountRow, accountColumns, atOfficeOf, atSchoolOf, type ReachFacts, reachable } from "./reach.server";
import type { Concerned, Person } from "./recipients";

interface FollowedReport extends ReachFacts {
  readonly type: string;
  readonly watches: readonly { readonly isMuted: boolean; readonly account: AccountRow }[];
}

type Following = Pick<Concerned, "followers" | "officeFollowers" | "copies" | "mutedIds">;

/**
 * Who hears of a report besides those who have a part in it: who chose to follow it, who hears of all such reports of
 * the school, and who stands in for somebody who is away. Each must be able to open it.
 */
export async function loadFollowing(
  report: FollowedReport,
  parts: readonly (Person | null)[],
  now: Now,
): Promise<Following> {
  const present = parts.flatMap((one) => one?.accountId ?? []);
  const [byRule, deputies] = await Promise.all([findByRule(report, now), findDeputies(present, now)]);
  const chosen = report.watches.filter(({ isMuted }) => !isMuted).map(({ account }) => account);
  const accounts = [...chosen, ...byRule.accounts, ...deputies];
  return {
    followers: accounts.flatMap((account) => reachable(account, atSchoolOf(report)) ?? []),
    officeFollowers: accounts.flatMap((account) => reachable(account, atOfficeOf(report)) ?? []),
    copies: byRule.addresses,
    mutedIds: report.watches.filter(({ isMuted }) => isMuted).map(({ account }) => account.id),
  };
}

/** An address with an account is reached as that person, and not at all when he may not read the report. */
async function findByRule({ organisationId, locationId, type }: FollowedReport, now: Now) {
  const rules = await prisma.followRule.findMany({
    where: {
      organisationId,
      AND: [{ OR: [{ locationId: null }, { locationId }] }, { OR: [{ type: null }, { type }] }],
    },
    select: { email: true },
  });
  const emails = [...new Set(rules.map(({ email }) => email))];
  if (emails.length === 0) return { accounts: [], addresses: [] };
  const accounts = await prisma.account.findMany({ where: { email: { in: emails } }, select: accountColumns(now) });
  const known = new Set(accounts.map(({ email }) => email));
  return { accounts, addresses: emails.filter((email) => !known.has(email)) };
}

/** Who stands in today for these people: at a school by their own word, at an office by its planning. */
async function findDeputies(accountIds: readonly string[], now: Now): Promise<readonly AccountRow[]> {
  if (accountIds.length === 0) return [];
  const today = toColumn(now.today);
  const away = { accountId: { in: [...accountIds] }, firstDay: { lte: today } };
  return prisma.account.findMany({
    where: {
      OR: [
        { standsIn: { some: { ...away, lastDay: { gte: today } } } },
        { deputyships: { some: { ...away, OR: [{ lastDay: null }, { lastDay: { gte: today } }] } } },
      ],
    },
    select: accountColumns(now),
  });
}
