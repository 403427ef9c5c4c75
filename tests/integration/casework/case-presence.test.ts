import { beforeEach, expect, test } from "vitest";
import { endPresence, showPresence } from "@/lib/casework/commands/show-presence.server";
import { prisma } from "@/lib/db/client.server";
import type { OfficeViewer } from "@/lib/identity/viewer";
import { nowAt } from "@/lib/shared/clock";
import { NotAllowed, NotFound } from "@/lib/shared/problem";
import { officerOf } from "@/tests/support/viewers";
import { aFiledReport, anAccount, aWorld, thursday, type World } from "@/tests/support/world";

let world: World;
let colleague: OfficeViewer;
let target: { readonly reference: string };

beforeEach(async () => {
  world = await aWorld();
  colleague = officerOf(world.office.id, { ...(await anAccount(world.office.id, "officer")), role: "officer" });
  target = { reference: (await aFiledReport(world)).reference };
});

const seconds = (count: number) => nowAt(new Date(thursday.at.getTime() + count * 1000));

test("a school, another office and an analyst are not there, and see nobody", async () => {
  await showPresence(world.officer, target, thursday);
  await expect(showPresence(world.reporter, target, thursday)).rejects.toBeInstanceOf(NotAllowed);
  const stranger = (await aWorld()).officer;
  const analyst = officerOf(world.office.id, { role: "analyst" });
  for (const viewer of [stranger, analyst]) {
    await expect(showPresence(viewer, target, thursday)).rejects.toBeInstanceOf(NotFound);
    await endPresence(viewer, target);
  }
  expect(await prisma.casePresence.count({ where: { report: target } })).toBe(1);
});

test("two on one case see each other, and nobody sees himself", async () => {
  expect(await showPresence(world.officer, target, thursday)).toEqual([]);
  expect(await showPresence(colleague, target, seconds(5))).toEqual([world.officer.name]);
  expect(await showPresence(world.officer, target, seconds(12))).toEqual([colleague.name]);
});

test("who left, or is not heard of any more, is not seen", async () => {
  await showPresence(colleague, target, thursday);
  await endPresence(colleague, target);
  expect(await showPresence(world.officer, target, seconds(3))).toEqual([]);
  await showPresence(colleague, target, seconds(4));
  expect(await showPresence(world.officer, target, seconds(60))).toEqual([]);
});
