import { beforeAll, describe, expect, test } from "vitest";
import { NotFound } from "@/lib/shared/problem";
import { dropView, keepView } from "@/lib/statistics/commands/keep-view.server";
import { listSavedViews } from "@/lib/statistics/queries/saved-views.server";
import { type ViewInput, viewForm } from "@/lib/statistics/view-input";
import { deskPerson, officerOf } from "@/tests/support/viewers";
import { anAccount, aWorld, thursday, type World } from "@/tests/support/world";

let world: World;
let colleague: ReturnType<typeof officerOf>;

const view = (given: Partial<Record<"name" | "shared", string>> = {}): ViewInput =>
  viewForm.parse({
    name: "Maandcijfers",
    chart: "lines",
    chosen: "over=own&rijen=month&periode=2025-2026&cijfer=reports&cijfer=pupils",
    ...given,
  });

beforeAll(async () => {
  world = await aWorld();
  colleague = officerOf(
    world.office.id,
    await anAccount(world.office.id, "officer").then(({ accountId, name }) => ({ accountId, name })),
  );
});

const namesOf = async (viewer: Parameters<typeof listSavedViews>[0]) =>
  (await listSavedViews(viewer)).map(({ name, isOwn }) => [name, isOwn]);

describe("refusals", () => {
  test("who sees no figures keeps no views", async () => {
    await expect(keepView(deskPerson("auditor"), view(), thursday)).rejects.toThrow(NotFound);
    await expect(listSavedViews(deskPerson("auditor"))).rejects.toThrow(NotFound);
  });

  test("a choice that does not exist is not kept", () => {
    expect(viewForm.safeParse({ name: "x", chart: "none", chosen: "over=own&rijen=nothing" }).success).toBe(false);
    expect(
      viewForm.safeParse({ name: " ", chart: "none", chosen: "over=own&rijen=month&periode=2025-2026&cijfer=reports" })
        .success,
    ).toBe(false);
  });
});

test("a view is one's own until it is shared, and then of the own organisation only", async () => {
  await keepView(world.officer, view(), thursday);
  expect(await namesOf(colleague)).toEqual([]);
  await keepView(world.officer, view({ shared: "yes" }), thursday);
  expect(await namesOf(world.officer)).toEqual([["Maandcijfers", true]]);
  expect(await namesOf(colleague)).toEqual([["Maandcijfers", false]]);
  expect(await namesOf(world.reporter)).toEqual([]);
});

test("a colleague opens a shared view, and does not throw it away", async () => {
  const [shared] = await listSavedViews(colleague);
  const id = shared?.id ?? "";
  await expect(dropView(colleague, { id }, thursday)).rejects.toThrow(NotFound);
  await dropView(world.officer, { id }, thursday);
  expect(await namesOf(colleague)).toEqual([]);
});

test("of fifty views one can still be kept anew, and no other one is added", async () => {
  for (let at = 1; at <= 50; at++) await keepView(colleague, view({ name: `Overzicht ${at}` }), thursday);
  expect(await keepView(colleague, view({ name: "Overzicht 7" }), thursday)).toMatchObject({ ok: true });
  expect(await keepView(colleague, view({ name: "Overzicht 51" }), thursday)).toMatchObject({ ok: false });
});
