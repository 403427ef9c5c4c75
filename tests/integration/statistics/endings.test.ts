import { beforeEach, describe, expect, test } from "vitest";
import { prisma } from "@/lib/db/client.server";
import type { PersonViewer } from "@/lib/identity/viewer";
import { nowAt } from "@/lib/shared/clock";
import { newId } from "@/lib/shared/ids";
import { NotFound } from "@/lib/shared/problem";
import { hideEnding } from "@/lib/statistics/commands/hide-ending.server";
import { dropView, keepView } from "@/lib/statistics/commands/keep-view.server";
import { subscribe } from "@/lib/statistics/commands/subscribe.server";
import { forgetEndings } from "@/lib/statistics/end-subscriptions.server";
import { listEndings } from "@/lib/statistics/queries/endings.server";
import { selection } from "@/lib/statistics/selection";
import { sendSubscriptions } from "@/lib/statistics/send-subscriptions.server";
import { deskPerson, officerOf } from "@/tests/support/viewers";
import { anAccount, aWorld, type World } from "@/tests/support/world";

const on = (moment: string) => nowAt(new Date(moment));
const thursday = on("2026-11-12T09:00:00Z");
const monday = on("2026-11-16T08:00:00Z");
const wish = selection.parse({ about: "own", rows: "type", measures: ["reports"], period: "2026-2027" });
const shared = { name: "Canary van Vliet", isShared: true, chart: "bars" as const, selection: wish };

let world: World;
let owner: PersonViewer;
let follower: PersonViewer;
let viewId: string;

async function anOfficer(office = world.office.id) {
  const { accountId, name } = await anAccount(office, "officer");
  return officerOf(office, { accountId, name });
}

beforeEach(async () => {
  world = await aWorld();
  [owner, follower] = [await anOfficer(), await anOfficer()];
  await keepView(owner, shared, thursday);
  viewId = (await prisma.savedView.findFirstOrThrow({ where: { accountId: owner.accountId } })).id;
  for (const viewer of [owner, follower]) await subscribe(viewer, { id: viewId, rhythm: "weekly" }, thursday);
});

const reasonsOf = async (viewer: PersonViewer) => (await listEndings(viewer)).map(({ reason }) => reason);

/** What this person followed has ended, and he has read nothing of it yet. */
async function anEnding() {
  await dropView(owner, { id: viewId }, monday);
  const [ended] = await listEndings(follower);
  return ended?.id ?? "";
}

describe("refusals", () => {
  test("nobody else sees that somebody's mail stopped, and nobody else hides it", async () => {
    const id = await anEnding();
    const stranger = await anOfficer();
    for (const other of [owner, stranger, world.reporter, deskPerson("administrator")]) {
      expect(await listEndings(other)).toEqual([]);
      await hideEnding(other, { id }, monday);
    }
    expect(await reasonsOf(follower)).toEqual(["removed"]);
  });

  test("one that is not there is answered as one of somebody else", async () => {
    const id = await anEnding();
    const stranger = await anOfficer();
    expect(await hideEnding(stranger, { id }, monday)).toEqual(await hideEnding(stranger, { id: newId() }, monday));
  });

  test("who sees no figures reads no such notice either", async () => {
    await expect(listEndings(deskPerson("auditor"))).rejects.toThrow(NotFound);
    await expect(hideEnding(deskPerson("auditor"), { id: newId() }, monday)).rejects.toThrow(NotFound);
  });

  test("who stops the mail himself, or throws his own view away, is not told what he did", async () => {
    await subscribe(follower, { id: viewId, rhythm: "off" }, thursday);
    await dropView(owner, { id: viewId }, monday);
    expect([await listEndings(owner), await listEndings(follower)]).toEqual([[], []]);
  });
});

test("who follows a view reads what ended, when, why and where the same figures are, and not what it was called", async () => {
  await anEnding();
  const told = await listEndings(follower);
  expect(told).toMatchObject([
    {
      reason: "removed",
      endedOn: "2026-11-16",
      elsewhere: null,
      view: {
        title: { nl: "Meldingen per soort verzuim, eigen organisatie, schooljaar 2026-2027" },
        selection: wish,
        chart: "bars",
      },
    },
  ]);
  expect(JSON.stringify(await prisma.figureEnding.findMany())).not.toContain("Canary");
});

test("a view that is not shared any more is told as such", async () => {
  await keepView(owner, { ...shared, isShared: false }, monday);
  expect(await reasonsOf(follower)).toEqual(["unshared"]);
  expect(await reasonsOf(owner)).toEqual([]);
});

test("a view that a later release does not know any more ends with that reason and without a title", async () => {
  await prisma.savedView.update({ where: { id: viewId }, data: { selection: { about: "own", rows: "shoe-size" } } });
  await sendSubscriptions(monday);
  expect(await listEndings(follower)).toMatchObject([{ reason: "not-offered", view: null }]);
});

test("whose other function does not show these figures is told so, and not that they are ready", async () => {
  await prisma.mandate.updateMany({ where: { accountId: follower.accountId }, data: { role: "analyst" } });
  await sendSubscriptions(monday);
  const analyst = officerOf(world.office.id, { accountId: follower.accountId, role: "analyst" });
  expect(await reasonsOf(analyst)).toEqual(["no-right"]);
  const sent = await prisma.outboxMessage.findMany({ where: { topic: { in: ["figures-ready", "figures-ended"] } } });
  const own = sent.filter(({ payload }) => Object(payload)["accountId"] === follower.accountId);
  expect(own.map(({ topic }) => topic)).toEqual(["figures-ended"]);
});

describe("whose function is over", () => {
  beforeEach(() => prisma.mandate.deleteMany({ where: { accountId: follower.accountId } }));

  test("reads it where he works now, with the name of where he worked", async () => {
    const { name } = await prisma.organisation.findUniqueOrThrow({ where: { id: world.office.id } });
    const elsewhere = await prisma.organisation.create({
      data: { id: newId(), kind: "office", code: newId().slice(-8), name: "Ander kantoor" },
    });
    const { accountId } = follower;
    await sendSubscriptions(monday);
    expect(await listEndings(officerOf(elsewhere.id, { accountId }))).toMatchObject([
      { reason: "function-over", elsewhere: name },
    ]);
  });

  test("reads it when he comes back, and gets no mail about it", async () => {
    await sendSubscriptions(monday);
    expect(await listEndings(follower)).toMatchObject([{ reason: "function-over", elsewhere: null }]);
    const told = await prisma.outboxMessage.findMany({ where: { topic: "figures-ended" } });
    expect(told.filter(({ payload }) => Object(payload)["accountId"] === follower.accountId)).toEqual([]);
  });
});

test("what was read is gone, and read once more changes nothing", async () => {
  const id = await anEnding();
  await hideEnding(follower, { id }, monday);
  await hideEnding(follower, { id }, monday);
  expect(await listEndings(follower)).toEqual([]);
  const noted = await prisma.auditEntry.count({ where: { action: "figures:hide-ending", objectId: id } });
  expect(noted).toBe(1);
});

test("what nobody reads is kept for sixty days and then forgotten", async () => {
  await anEnding();
  await forgetEndings(on("2027-01-15T07:59:00Z"));
  expect(await reasonsOf(follower)).toEqual(["removed"]);
  await forgetEndings(on("2027-01-15T08:01:00Z"));
  expect(await reasonsOf(follower)).toEqual([]);
});
