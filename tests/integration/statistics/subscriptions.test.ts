import { beforeAll, describe, expect, test } from "vitest";
import { prisma } from "@/lib/db/client.server";
import type { PersonViewer } from "@/lib/identity/viewer";
import { deliver } from "@/lib/notifications/deliver.server";
import { nowAt } from "@/lib/shared/clock";
import { NotFound } from "@/lib/shared/problem";
import { dropView, keepView } from "@/lib/statistics/commands/keep-view.server";
import { subscribe } from "@/lib/statistics/commands/subscribe.server";
import { listSavedViews } from "@/lib/statistics/queries/saved-views.server";
import { findSubscribedView } from "@/lib/statistics/queries/subscription.server";
import { selection } from "@/lib/statistics/selection";
import { sendSubscriptions } from "@/lib/statistics/send-subscriptions.server";
import { postWith } from "@/tests/support/post";
import { officerOf } from "@/tests/support/viewers";
import { aFiledReport, anAccount, aWorld, type World } from "@/tests/support/world";

const on = (moment: string) => nowAt(new Date(moment));
const thursday = on("2026-11-12T09:00:00Z");
const monday = on("2026-11-16T08:00:00Z");

let world: World;
let reader: PersonViewer;
let viewId: string;

beforeAll(async () => {
  world = await aWorld();
  await aFiledReport(world);
  reader = await anOfficer();
  const wish = selection.parse({ about: "own", rows: "type", measures: ["reports"], period: "2025-2026" });
  const input = { name: "Canary van Vliet", isShared: false, chart: "bars" as const, selection: wish };
  await keepView(reader, input, thursday);
  viewId = (await listSavedViews(reader))[0]?.id ?? "";
});

async function anOfficer() {
  const { accountId, name } = await anAccount(world.office.id, "officer");
  return officerOf(world.office.id, { accountId, name });
}

const hear = (rhythm: "off" | "weekly" | "monthly", now = thursday) => subscribe(reader, { id: viewId, rhythm }, now);

/** What is sent at this moment: who gets it, and what it says. */
async function sentAt(now: typeof monday) {
  const count = await sendSubscriptions(now);
  const messages = await prisma.outboxMessage.findMany({ where: { topic: "figures-ready", doneAt: null } });
  for (const { id } of messages) await deliver(id, postWith(), { count: 1, isLast: false });
  expect(messages).toHaveLength(count);
  const about = messages.map(({ payload }) => String(Object(payload)["sendingId"]));
  return prisma.letter.findMany({ where: { eventId: { in: about } } });
}

test("a view of somebody else cannot be followed, nor what he follows be opened", async () => {
  const stranger = await anOfficer();
  await expect(subscribe(stranger, { id: viewId, rhythm: "weekly" }, thursday)).rejects.toThrow(NotFound);
  await hear("weekly");
  const { id } = await prisma.figureSubscription.findFirstOrThrow();
  await expect(findSubscribedView(stranger, id, thursday)).rejects.toThrow(NotFound);
  expect(await findSubscribedView(reader, id, thursday)).toMatchObject({
    chart: "bars",
    selection: { period: "2026-2027" },
  });
});

test("each Monday, not before six, there is one mail with a link and without any figure or name", async () => {
  expect(await sentAt(on("2026-11-15T12:00:00Z"))).toEqual([]);
  expect(await sentAt(on("2026-11-16T04:30:00Z"))).toEqual([]);
  const letters = await sentAt(monday);
  const { email } = await prisma.account.findUniqueOrThrow({ where: { id: reader.accountId } });
  expect(letters.map(({ toAddress }) => toAddress)).toEqual([email]);
  const { id } = await prisma.figureSubscription.findFirstOrThrow();
  expect(letters[0]?.text).toContain("Meldingen per soort verzuim, eigen organisatie, schooljaar 2026-2027");
  expect(letters[0]?.text).toContain(`https://loket.example/beveiligd/cijfers/abonnement/${id}?vorm=xlsx`);
  expect(letters[0]?.text).toContain("elke maandag");
  expect(JSON.stringify(letters)).not.toContain("Canary");
  expect(await sentAt(on("2026-11-16T15:00:00Z"))).toEqual([]);
  expect(await sentAt(on("2026-11-22T15:00:00Z"))).toEqual([]);
  expect(await sentAt(on("2026-11-23T08:00:00Z"))).toHaveLength(1);
});

test("who chose each month hears of it on the sixteenth, when the month before is closed", async () => {
  await hear("monthly", on("2026-11-24T09:00:00Z"));
  expect((await listSavedViews(reader)).map(({ rhythm }) => rhythm)).toEqual(["monthly"]);
  expect(await sentAt(on("2026-12-15T15:00:00Z"))).toEqual([]);
  expect(await sentAt(on("2026-12-16T15:00:00Z"))).toHaveLength(1);
});

describe("who follows a view that ends", () => {
  const wish = selection.parse({ about: "own", rows: "type", measures: ["reports"], period: "2025-2026" });
  const input = { name: "Canary van Vliet 2", isShared: true, chart: "bars" as const, selection: wish };

  async function followed() {
    const follower = await anOfficer();
    await keepView(reader, input, thursday);
    const { id } = await prisma.savedView.findFirstOrThrow({ where: { name: input.name } });
    for (const viewer of [reader, follower]) await subscribe(viewer, { id, rhythm: "weekly" }, thursday);
    return { id, follower };
  }

  /** Who is told that it ended, and what he reads. */
  async function toldOfEnds() {
    const messages = await prisma.outboxMessage.findMany({ where: { topic: "figures-ended", doneAt: null } });
    for (const { id } of messages) await deliver(id, postWith(), { count: 1, isLast: false });
    const about = messages.map(({ payload }) => String(Object(payload)["sendingId"]));
    return prisma.letter.findMany({ where: { eventId: { in: about } } });
  }

  const emailOf = async ({ accountId }: PersonViewer) =>
    (await prisma.account.findUniqueOrThrow({ where: { id: accountId } })).email;

  test("is told when it is taken away, in a mail that names no view and holds no figure; its owner knows", async () => {
    const { id, follower } = await followed();
    await dropView(reader, { id }, thursday);
    const letters = await toldOfEnds();
    expect(letters.map(({ toAddress }) => toAddress)).toEqual([await emailOf(follower)]);
    expect(letters[0]?.text).toContain("Meldingen per soort verzuim, eigen organisatie");
    expect(JSON.stringify(letters)).not.toContain("Canary");
  });

  test("is told when it is not shared any more, and does not open it again; its owner goes on", async () => {
    const { id, follower } = await followed();
    await keepView(reader, { ...input, isShared: false }, thursday);
    expect((await toldOfEnds()).map(({ toAddress }) => toAddress)).toEqual([await emailOf(follower)]);
    const left = await prisma.figureSubscription.findMany({ where: { viewId: id } });
    expect(left.map(({ accountId }) => accountId)).toEqual([reader.accountId]);
    await dropView(reader, { id }, thursday);
    expect(await toldOfEnds()).toEqual([]);
  });

  test("a stranger who tries to take a view away ends nothing and nobody is told", async () => {
    const { id, follower } = await followed();
    await expect(dropView(follower, { id }, thursday)).rejects.toThrow(NotFound);
    expect(await toldOfEnds()).toEqual([]);
    expect(await prisma.figureSubscription.count({ where: { viewId: id } })).toBe(2);
    await dropView(reader, { id }, thursday);
    await toldOfEnds();
  });
});

test("who stopped, or left the organisation, hears nothing any more", async () => {
  await hear("off");
  expect(await sentAt(on("2027-01-18T09:00:00Z"))).toEqual([]);
  await hear("weekly", on("2027-01-19T09:00:00Z"));
  await prisma.mandate.deleteMany({ where: { accountId: reader.accountId } });
  expect(await sentAt(on("2027-01-25T09:00:00Z"))).toEqual([]);
  expect(await prisma.figureSubscription.count()).toBe(0);
});
