import { beforeEach, expect, test } from "vitest";
import { prisma } from "@/lib/db/client.server";
import { rememberColumns, rememberedColumns } from "@/lib/reports/commands/sheet.server";
import { NotAllowed } from "@/lib/shared/problem";
import { truncateAll } from "@/tests/support/database";
import { reporterOf } from "@/tests/support/viewers";
import { aWorld, thursday, type World } from "@/tests/support/world";

let world: World;

beforeEach(async () => {
  await truncateAll();
  world = await aWorld();
});

test("a reader neither sets nor sees them, and nothing is kept", async () => {
  const reader = reporterOf(world.school.id, { role: "reader" });
  await expect(rememberColumns(reader, { day: "Datum", hours: "Uren" }, thursday)).rejects.toThrow(NotAllowed);
  await expect(rememberedColumns(reader)).rejects.toThrow(NotAllowed);
  expect(await prisma.sheetMapping.count()).toBe(0);
});

test("what one reporter says, all of the school know, and no other school", async () => {
  await rememberColumns(world.reporter, { day: "Wanneer", lesson: "Welk uur" }, thursday);
  await rememberColumns(world.reporter, { day: "Wanneer", hours: "Hoeveel" }, thursday);
  const colleague = reporterOf(world.school.id, {});
  expect(await rememberedColumns(colleague)).toEqual({ day: "Wanneer", hours: "Hoeveel" });
  expect(await rememberedColumns((await aWorld()).reporter)).toEqual({});
});
