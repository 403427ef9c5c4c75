import "server-only";
import { recordRead } from "@/lib/audit/record.server";
import { prisma } from "@/lib/db/client.server";
import type { PersonViewer } from "@/lib/identity/viewer";
import { type CalendarDate, fromColumn, toColumn } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { NotFound } from "@/lib/shared/problem";
import { type Choices, deliveryTo, readChoices } from "../choices";
import { followedOrganisation, managedSchool } from "../managed-school";
import { colleaguesOf, hasWorkedAt, worksAt } from "../stand-in-scope";
import type { FollowRule, FollowRulesView, Named } from "../views";

export interface OwnMailView {
  readonly choices: Choices;
  /** Null: not at a school, where the planning of the office says who stands in. */
  readonly absence: {
    readonly colleagues: readonly Named[];
    readonly planned: readonly {
      readonly id: string;
      readonly deputy: string;
      readonly firstDay: CalendarDate;
      readonly lastDay: CalendarDate;
    }[];
  } | null;
}

/** What this person chose to hear by mail, and who hears in his place. */
export async function findOwnMail(viewer: PersonViewer, now: Now): Promise<OwnMailView> {
  const { accountId } = viewer;
  const [choices, absence] = await Promise.all([
    prisma.notificationChoice.findMany({ where: { accountId } }),
    viewer.kind === "school" ? findAbsence(viewer, now) : null,
  ]);
  return { choices: readChoices(choices), absence };
}

async function findAbsence(viewer: Extract<PersonViewer, { kind: "school" }>, now: Now) {
  const [colleagues, planned] = await Promise.all([
    prisma.account.findMany({
      where: colleaguesOf(viewer, now),
      orderBy: { name: "asc" },
      take: 500,
      select: { id: true, name: true },
    }),
    prisma.standIn.findMany({
      relationLoadStrategy: "join",
      where: { accountId: viewer.accountId, lastDay: { gte: toColumn(now.today) } },
      orderBy: { firstDay: "asc" },
      select: { id: true, firstDay: true, lastDay: true, deputy: { select: { name: true } } },
    }),
  ]);
  return {
    colleagues,
    planned: planned.map(({ id, deputy, firstDay, lastDay }) => ({
      id,
      deputy: deputy.name,
      firstDay: fromColumn(firstDay),
      lastDay: fromColumn(lastDay),
    })),
  };
}

/** Who hears of all reports of the own school; for whoever tends its people. */
export async function findFollowRules(viewer: PersonViewer, now: Now): Promise<FollowRulesView> {
  const organisationId = managedSchool(viewer);
  if (organisationId === null) throw new NotFound("followers");
  const byName = { orderBy: { name: "asc" }, take: 500, select: { id: true, name: true } } as const;
  const open = { some: { organisationId, closedAt: null } };
  const [rules, locations, people, holders] = await Promise.all([
    rulesOf(organisationId, now),
    prisma.location.findMany({ where: { organisationId }, ...byName }),
    prisma.account.findMany({ where: worksAt(organisationId, now), ...byName }),
    prisma.account.findMany({
      where: {
        ...hasWorkedAt(organisationId),
        OR: [
          { filedReports: open },
          { followedReports: { some: { report: open.some } } },
          { watches: { some: { report: open.some } } },
        ],
      },
      ...byName,
    }),
  ]);
  await recordRead(viewer, now, {
    action: "people:list",
    object: { kind: "organisation", id: organisationId, count: people.length },
    reason: "administration",
  });
  return { rules, locations, people, holders };
}

/** Who hears of all reports of the own office; for whoever plans its people. */
export async function listOfficeFollowers(viewer: PersonViewer, now: Now): Promise<readonly FollowRule[]> {
  const organisationId = viewer.kind === "office" ? followedOrganisation(viewer) : null;
  if (organisationId === null) throw new NotFound("followers");
  const rules = await rulesOf(organisationId, now);
  await recordRead(viewer, now, {
    action: "people:list",
    object: { kind: "organisation", id: organisationId, count: rules.length },
    reason: "administration",
  });
  return rules;
}

async function rulesOf(organisationId: string, now: Now): Promise<readonly FollowRule[]> {
  const rules = await prisma.followRule.findMany({
    relationLoadStrategy: "join",
    where: { organisationId },
    orderBy: [{ email: "asc" }, { id: "asc" }],
    select: { id: true, email: true, type: true, isDaily: true, location: { select: { name: true } } },
  });
  const choosers = await choosersAmong(rules, organisationId, now);
  return rules.map(({ location, isDaily, ...rule }) => ({
    ...rule,
    location: location?.name ?? null,
    delivery: choosers.has(rule.email) ? null : deliveryTo({ isDaily }),
  }));
}

/** Only of who works here: whether a stranger has an account is not for this reader to know. */
async function choosersAmong(
  rules: readonly { readonly email: string }[],
  organisationId: string,
  now: Now,
): Promise<ReadonlySet<string>> {
  const emails = rules.map(({ email }) => email);
  const accounts = await prisma.account.findMany({
    where: { email: { in: emails }, ...worksAt(organisationId, now) },
    select: { email: true },
  });
  return new Set(accounts.map(({ email }) => email));
}
