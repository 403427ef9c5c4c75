import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { dropInboxView, keepInboxView } from "@/lib/casework/commands/keep-inbox-view.server";
import { inboxViewInput } from "@/lib/casework/inbox-view-input";
import { findInbox } from "@/lib/casework/queries.server";
import { prisma } from "@/lib/db/client.server";
import type { OfficeViewer } from "@/lib/identity/viewer";
import { addDays, toColumn } from "@/lib/shared/calendar-date";
import { NotAllowed, NotFound } from "@/lib/shared/problem";
import { officerOf } from "@/tests/support/viewers";
import { anAccount, aWorld, thursday, type World } from "@/tests/support/world";

let world: World;
let colleague: OfficeViewer;

beforeEach(async () => {
  world = await aWorld();
  colleague = officerOf(world.office.id, { ...(await anAccount(world.office.id, "officer")), role: "officer" });
});

const wish = (given: Readonly<Record<string, string>> = {}) =>
  inboxViewInput.parse({ name: "Spoed in Plaats", chosen: "lijst=team&spoed=ja", ...given });

async function keptBy(viewer: OfficeViewer) {
  return (await findInbox(viewer, thursday, { view: "team" })).kept;
}

test("an analyst, who reads no reports, keeps no list of them", async () => {
  const analyst = officerOf(world.office.id, { role: "analyst" });
  await expect(keepInboxView(analyst, wish(), thursday)).rejects.toBeInstanceOf(NotAllowed);
});

test("a view is one's own until it is shared, and never seen by another office", async () => {
  await keepInboxView(world.officer, wish(), thursday);
  expect(await keptBy(world.officer)).toMatchObject([{ name: "Spoed in Plaats", isOwn: true, isShared: false }]);
  expect(await keptBy(colleague)).toEqual([]);
  await keepInboxView(world.officer, wish({ shared: "yes" }), thursday);
  expect(await keptBy(colleague)).toMatchObject([{ isOwn: false, address: "/werkvoorraad?spoed=ja&lijst=team" }]);
  expect(await keptBy((await aWorld()).officer)).toEqual([]);
});

test("nobody takes away what a colleague shared; its maker does, and then it is gone for all", async () => {
  const kept = await keepInboxView(world.officer, wish({ shared: "yes" }), thursday);
  const id = kept.ok ? kept.value.id : "";
  await expect(dropInboxView(colleague, { id }, thursday)).rejects.toBeInstanceOf(NotFound);
  expect(await keptBy(colleague)).toHaveLength(1);
  await dropInboxView(world.officer, { id }, thursday);
  expect(await keptBy(colleague)).toEqual([]);
  await expect(dropInboxView(world.officer, { id: randomUUID() }, thursday)).rejects.toBeInstanceOf(NotFound);
});

test("what somebody shared who left the office since is not shown to colleagues", async () => {
  await keepInboxView(world.officer, wish({ shared: "yes" }), thursday);
  const leaver = { accountId: world.officer.accountId };
  await prisma.mandate.updateMany({ where: leaver, data: { validUntil: toColumn(thursday.today) } });
  expect(await keptBy(colleague)).toHaveLength(1);
  await prisma.mandate.updateMany({ where: leaver, data: { validUntil: toColumn(addDays(thursday.today, -1)) } });
  expect(await keptBy(colleague)).toEqual([]);
  await prisma.mandate.updateMany({ where: leaver, data: { validUntil: null } });
  await prisma.account.update({ where: { id: leaver.accountId }, data: { disabledAt: thursday.at } });
  expect(await keptBy(colleague)).toEqual([]);
});

test("the same name replaces what one kept, and leaves a colleague's view of that name alone", async () => {
  await keepInboxView(world.officer, wish({ shared: "yes" }), thursday);
  await keepInboxView(colleague, wish({ chosen: "lijst=done", shared: "yes" }), thursday);
  await keepInboxView(colleague, wish({ chosen: "lijst=urgent", shared: "yes" }), thursday);
  const addresses = (await keptBy(colleague)).map(({ address }) => address);
  expect(addresses.toSorted()).toEqual(["/werkvoorraad?lijst=urgent", "/werkvoorraad?spoed=ja&lijst=team"]);
});

test("what is no list or filter is not kept, so that a view leads nowhere else", () => {
  const chosen = "lijst=team&soort=onzin&terug=https://elders.example&na=zomaar&gekozen=V-2026-7K4QX9M";
  expect(wish({ chosen }).chosen).toBe("/werkvoorraad?lijst=team");
  expect(inboxViewInput.safeParse({ name: " ", chosen }).success).toBe(false);
});
