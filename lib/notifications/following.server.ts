import "server-only";
import { prisma } from "@/lib/db/client.server";
import { toColumn } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import type { Concerned, Mailbox, Person } from "./concerned";
import { isFor, mailboxesOf } from "./follow-rule";
import { type AccountRow, accountColumns, atOfficeOf, atSchoolOf, type ReachFacts, reachable } from "./reach.server";

interface FollowedReport extends ReachFacts {
  readonly type: string;
  readonly watches: readonly { readonly isMuted: boolean; readonly account: AccountRow }[];
  /** Who has a part in it, as far as he may read it. */
  readonly parts: readonly (Person | null)[];
}

type Following = Pick<Concerned, "followers" | "officeFollowers" | "copies" | "officeCopies" | "muted">;

/**
 * Who hears of a report besides those who have a part in it: who chose to follow it, who hears of all such reports of
 * the school or of the office, and who stands in for somebody who is away. Each must be able to open it. Asked once for
 * many reports.
 */
export async function loadFollowing(
  reports: readonly FollowedReport[],
  now: Now,
): Promise<(report: FollowedReport) => Following> {
  const present = new Set(reports.flatMap(({ parts }) => accountsOf(parts)));
  const [byRule, deputies] = await Promise.all([findByRule(reports, now), findDeputies([...present], now)]);
  return (report) => {
    const { watches, parts } = report;
    const { school, office } = byRule(report);
    const chosen = watches.filter(({ isMuted }) => !isMuted).map(({ account }) => account);
    const standing = deputies(accountsOf(parts));
    const here = (mayRead: Parameters<typeof reachable>[1]) => [
      ...reached(chosen, mayRead),
      ...reached(standing, mayRead).map((one) => ({ ...one, standsIn: true })),
    ];
    const [atSchool, atOffice] = [atSchoolOf(report), atOfficeOf(report)];
    return {
      followers: [...here(atSchool), ...ruled(reached(school.accounts, atSchool), report.organisationId)],
      officeFollowers: [
        ...here(atOffice),
        ...ruled(reached(school.accounts, atOffice), report.organisationId),
        // Who was named for protected cases hears of one by that, and goes on when the rule goes.
        ...ruled(reached(office.accounts, atOffice), report.isProtected ? null : report.officeId),
      ],
      copies: school.mailboxes,
      // Nobody knows who reads a mailbox, and at an office a protected case is for those who were named for it.
      officeCopies: report.isProtected ? [] : office.mailboxes,
      muted: watches.flatMap(({ isMuted, account: { id, email } }) => (isMuted ? { accountId: id, email } : [])),
    };
  };
}

const reached = (accounts: readonly AccountRow[], mayRead: Parameters<typeof reachable>[1]) =>
  accounts.flatMap((account) => reachable(account, mayRead) ?? []);

const ruled = (people: readonly Person[], ruleOrganisationId: string | null): readonly Person[] =>
  ruleOrganisationId === null ? people : people.map((one) => ({ ...one, ruleOrganisationId }));

const accountsOf = (parts: readonly (Person | null)[]) => parts.flatMap((one) => one?.accountId ?? []);

/** An address with an account is reached as that person, and not at all when he may not read the report. */
async function findByRule(reports: readonly FollowedReport[], now: Now) {
  const organisations = new Set(
    reports.flatMap(({ organisationId, officeId }) =>
      officeId === null ? organisationId : [organisationId, officeId],
    ),
  );
  const rules = await prisma.followRule.findMany({ where: { organisationId: { in: [...organisations] } } });
  const emails = [...new Set(rules.map(({ email }) => email))];
  const accounts =
    emails.length === 0
      ? []
      : await prisma.account.findMany({ where: { email: { in: emails } }, select: accountColumns(now) });
  const known = new Map(accounts.map((account) => [account.email, account]));
  const named = (fitting: readonly Mailbox[]) => {
    const addresses = mailboxesOf(fitting);
    return {
      accounts: addresses.flatMap(({ email }) => known.get(email) ?? []),
      mailboxes: addresses.filter(({ email }) => !known.has(email)),
    };
  };
  return (report: FollowedReport) => {
    const fitting = rules.filter((rule) => isFor(rule, report));
    return {
      school: named(fitting.filter(({ organisationId }) => organisationId === report.organisationId)),
      office: named(fitting.filter(({ organisationId }) => organisationId === report.officeId)),
    };
  };
}

/** Who stands in today for these people: at a school by their own word, at an office by its planning. */
async function findDeputies(accountIds: readonly string[], now: Now) {
  if (accountIds.length === 0) return () => [];
  const today = toColumn(now.today);
  const away = { accountId: { in: [...accountIds] }, firstDay: { lte: today } };
  const atSchool = { ...away, lastDay: { gte: today } };
  const atOffice = { ...away, OR: [{ lastDay: null }, { lastDay: { gte: today } }] };
  const whose = { select: { accountId: true } } as const;
  const deputies = await prisma.account.findMany({
    where: { OR: [{ standsIn: { some: atSchool } }, { deputyships: { some: atOffice } }] },
    select: {
      ...accountColumns(now),
      standsIn: { where: atSchool, ...whose },
      deputyships: { where: atOffice, ...whose },
    },
  });
  return (absent: readonly string[]) =>
    deputies.filter(({ standsIn, deputyships }) =>
      [...standsIn, ...deputyships].some(({ accountId }) => absent.includes(accountId)),
    );
}
