import "server-only";
import { usualReason } from "@/lib/audit/entry";
import { recordRead } from "@/lib/audit/record.server";
import { prisma } from "@/lib/db/client.server";
import type { Locale } from "@/lib/i18n/locale";
import type { OfficeViewer, Viewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import { visibleReports } from "@/lib/policy/report-rules";
import { routeAgain } from "@/lib/routing/route-again.server";
import type { Now } from "@/lib/shared/clock";
import { countLimit, type Page } from "@/lib/shared/page";
import { NotAllowed, NotFound } from "@/lib/shared/problem";
import { readReference } from "@/lib/shared/reference";
import { ok, type Result } from "@/lib/shared/result";
import { type FullReceipt, type Otherwise, otherwise, readFullReceipt } from "./full-receipt";
import type { HandOverInput } from "./hand-over";
import { mayHandOver, planHandOver, requireHandingOver } from "./hand-over-plan.server";
import { type Handler, listHandlers } from "./handlers.server";
import {
  type InboxCounts,
  type InboxLine,
  type InboxView,
  ownOffice,
  readInboxCursor,
  readsInbox,
  viewsFor,
  writeInboxCursor,
} from "./inbox";
import { type InboxFilter, isNarrowed } from "./inbox-filter";
import { askBeside, askInbox, type BesideList, presentInboxRow } from "./inbox-sql.server";
import { routedReport, toFiled, toStored } from "./routed-report.server";
import { type TeamLine, teamLines } from "./team";
import { loadTeam } from "./team.server";

const pageSize = 50;

interface ListWish {
  readonly view: InboxView;
  readonly filter?: InboxFilter | undefined;
  readonly cursor?: string | undefined;
}

/** One page of a list of the office, put on the access log with its number. */
export async function listInbox(
  viewer: OfficeViewer,
  now: Now,
  { view, filter = {}, cursor }: ListWish,
): Promise<Page<InboxLine>> {
  const rows = await askInbox(viewer, now, { view, filter, after: readInboxCursor(view, cursor), most: pageSize + 1 });
  const page = rows.slice(0, pageSize);
  const last = rows.length > pageSize ? page.at(-1) : undefined;
  await recordRead(viewer, now, {
    action: "inbox:list",
    object: { kind: "report", count: page.length },
    reason: usualReason(viewer),
  });
  return { rows: page.map(presentInboxRow), nextCursor: last === undefined ? null : writeInboxCursor(view, last) };
}

export interface Inbox extends BesideList {
  readonly view: InboxView;
  readonly page: Page<InboxLine>;
}

interface InboxWish extends Omit<ListWish, "view"> {
  /** Null: the list with which one begins. */
  readonly view: InboxView | null;
}

/** The list that was asked for with the counts of all; without a wish the own one, or the team's when that is empty. */
export async function findInbox(viewer: OfficeViewer, now: Now, wish: InboxWish): Promise<Inbox> {
  const { filter = {}, cursor } = wish;
  const narrows = isNarrowed(filter);
  const view = narrows ? (wish.view ?? "team") : wish.view;
  if (view !== null && viewsFor(viewer).includes(view)) {
    const [beside, page] = await Promise.all([
      findBeside(viewer, now, narrows ? { view, filter } : null),
      listInbox(viewer, now, { view, filter, cursor }),
    ]);
    return { ...beside, view, page };
  }
  const beside = await findBeside(viewer, now, null);
  const usual = beside.counts.mine > 0 && viewsFor(viewer).includes("mine") ? "mine" : "team";
  return { ...beside, view: usual, page: await listInbox(viewer, now, { view: usual }) };
}

const nothing: InboxCounts = {
  mine: 0,
  overdue: 0,
  urgent: 0,
  unassigned: 0,
  waits_school: 0,
  waits_other: 0,
  team: 0,
  offered: 0,
};

async function findBeside(
  viewer: OfficeViewer,
  now: Now,
  narrowed: { readonly view: InboxView; readonly filter: InboxFilter } | null,
): Promise<BesideList> {
  if (!readsInbox(viewer)) return { counts: nothing, found: null, kept: [] };
  return askBeside(viewer, now, { narrowed, most: countLimit + 1 });
}

/** How many open reports each list holds; each count stops just past the limit of counts. */
export async function countInbox(viewer: OfficeViewer, now: Now): Promise<InboxCounts> {
  const { counts } = await findBeside(viewer, now, null);
  return counts;
}

/** Colleagues to whom a report may be given; empty for who does not distribute. */
export async function findColleagues(
  viewer: OfficeViewer,
  now: Now,
  isProtected: boolean,
): Promise<readonly Handler[]> {
  if (!can(viewer, "report:assign", { ...ownOffice(viewer), isProtected })) return [];
  return listHandlers(prisma, { officeId: viewer.officeId, isProtected }, now);
}

export interface ReceiptsView {
  readonly reference: string;
  /** The latest first. */
  readonly receipts: readonly FullReceipt[];
  /** Null: the rules of today say the same, or the report is closed. */
  readonly otherwise: Otherwise | null;
}

/** Every decision about where this report went, in full, and what the rules of today would say. */
export async function findReceipts(
  viewer: OfficeViewer,
  now: Now,
  { reference, locale }: { readonly reference: string; readonly locale: Locale },
): Promise<ReceiptsView> {
  const report = await prisma.report.findFirst({
    relationLoadStrategy: "join",
    where: { AND: [visibleReports(viewer), { reference: readReference(reference) ?? "" }] },
    select: routedReport,
  });
  if (report === null) throw new NotFound("report");
  await recordRead(viewer, now, {
    action: "report:receipt",
    object: { kind: "report", id: report.id },
    reason: usualReason(viewer),
  });
  return {
    reference: report.reference,
    receipts: report.assignments.map((stored) =>
      readFullReceipt(toStored(stored), { officeId: viewer.officeId, locale }),
    ),
    otherwise:
      report.closedAt === null ? otherwise((await routeAgain(toFiled(report), now.today)).route, report) : null,
  };
}

/** The team of the own office with its work, leave and who stands in now. */
export async function listTeam(viewer: Viewer, now: Now): Promise<readonly TeamLine[]> {
  if (viewer.kind !== "office" || !can(viewer, "officers:plan", { officeId: viewer.officeId })) {
    throw new NotAllowed("officers:plan");
  }
  const team = teamLines(await loadTeam(prisma, viewer, now), now.today);
  const object = { kind: "account", count: team.length };
  await recordRead(viewer, now, { action: "people:list", object, reason: usualReason(viewer) });
  return team;
}

const asHandler = ({ id, name }: Handler): Handler => ({ id, name });

export interface TeamMemberView {
  readonly member: TeamLine;
  /** Who may take over. */
  readonly colleagues: readonly Handler[];
  /** Who may stand in. */
  readonly deputies: readonly Handler[];
  readonly mayPlan: boolean;
  readonly mayHandOver: boolean;
}

/** One of the team, for who plans it, and for himself. */
export async function findTeamMember(viewer: Viewer, now: Now, accountId: string): Promise<TeamMemberView> {
  if (viewer.kind !== "office") throw new NotAllowed("leave:plan");
  const { officeId } = viewer;
  if (!can(viewer, "leave:plan", { officeId, accountId })) throw new NotAllowed("leave:plan");
  const team = teamLines(await loadTeam(prisma, viewer, now), now.today);
  const member = team.find(({ id }) => id === accountId);
  if (member === undefined) throw new NotFound("officer");
  const colleagues = team.filter(({ id, mandate }) => id !== accountId && mandate !== null);
  const object = { kind: "account", id: accountId };
  await recordRead(viewer, now, { action: "people:read", object, reason: usualReason(viewer) });
  return {
    member,
    colleagues: colleagues.map(asHandler),
    deputies: colleagues.filter(({ isRouted }) => isRouted).map(asHandler),
    mayPlan: can(viewer, "officers:plan", { officeId }),
    mayHandOver: mayHandOver(viewer),
  };
}

export interface HandOverCheck {
  readonly portions: readonly { readonly receiver: Handler | null; readonly count: number }[];
  readonly staysCount: number;
}

/** What a hand-over would do, in numbers; nothing is changed. */
export async function checkHandOver(viewer: Viewer, now: Now, input: HandOverInput): Promise<Result<HandOverCheck>> {
  const plan = await planHandOver(prisma, requireHandingOver(viewer), { ...input, now, holds: false });
  if (!plan.ok) return plan;
  const portions = plan.value.portions.map(({ receiver, reports }) => ({
    receiver: receiver === null ? null : { id: receiver.id, name: receiver.name },
    count: reports.length,
  }));
  const staysCount = plan.value.stays.length;
  const count = portions.reduce((sum, portion) => sum + portion.count, staysCount);
  await recordRead(viewer, now, {
    action: "report:hand-over-check",
    object: { kind: "report", count },
    reason: usualReason(viewer),
  });
  return ok({ portions, staysCount });
}
