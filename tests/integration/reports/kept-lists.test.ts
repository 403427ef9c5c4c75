import { beforeAll, describe, expect, test } from "vitest";
import { keepListForm } from "@/app/meldingen/keep-list-form";
import { prisma } from "@/lib/db/client.server";
import { dropList, keepList } from "@/lib/reports/commands/keep-list.server";
import { mostKeptLists } from "@/lib/reports/kept-lists";
import { listKeptLists } from "@/lib/reports/queries/kept-lists.server";
import { NotFound } from "@/lib/shared/problem";
import { reporterOf } from "@/tests/support/viewers";
import { anAccount, aWorld, thursday, type World } from "@/tests/support/world";

let world: World;
let colleague: ReturnType<typeof reporterOf>;

beforeAll(async () => {
  world = await aWorld();
  const { accountId, name } = await anAccount(world.school.id, "reporter");
  colleague = reporterOf(world.school.id, { accountId, name });
});

const choice = (name: string, chosen = "toon=alles&soort=late_arrival&zonder-reactie=ja") =>
  keepListForm.parse({ name, chosen });
const namesOf = async (viewer: typeof colleague) => (await listKeptLists(viewer)).map(({ name }) => name);

describe("refusals", () => {
  test("only a school keeps lists, and only with a name and a choice", async () => {
    await expect(keepList(world.officer, choice("Te laat"), thursday)).rejects.toThrow(NotFound);
    const refused = (given: object) => keepListForm.safeParse(given).success;
    expect(refused({ name: " ", chosen: "toon=alles" })).toBe(false);
    expect(refused({ name: "Zonder keuze", chosen: "" })).toBe(false);
    expect(refused({ name: "Regel\neen", chosen: "toon=alles" })).toBe(false);
    expect(refused({ name: "L".repeat(80), chosen: "toon=alles" })).toBe(true);
    expect(refused({ name: "L".repeat(81), chosen: "toon=alles" })).toBe(false);
    expect(refused({ name: "Meer", chosen: "toon=alles", extra: "1" })).toBe(false);
  });

  test("nobody sees or throws away what a colleague keeps", async () => {
    await keepList(world.reporter, choice("Van mij"), thursday);
    const [mine] = await listKeptLists(world.reporter);
    expect(await namesOf(colleague)).toEqual([]);
    await expect(dropList(colleague, { id: mine?.id ?? "" }, thursday)).rejects.toThrow(NotFound);
    expect(await namesOf(world.reporter)).toEqual(["Van mij"]);
    expect(await dropList(world.reporter, { id: mine?.id ?? "" }, thursday)).toMatchObject({ ok: true });
    expect(await namesOf(world.reporter)).toEqual([]);
  });

  test("what the address of the list does not know, or would name a place in it, is not kept", () => {
    const { query } = choice("Vreemd", "soort=nonsense&leerling=Sami&na=2026-04-23T07:15:00.123Z_x&ongelezen=ja");
    expect(query).toBe("ongelezen=ja");
  });
});

test("the same name again replaces the choice, and of a full shelf one can still be kept anew", async () => {
  for (let at = 1; at <= mostKeptLists; at++) await keepList(colleague, choice(`Lijst ${at}`), thursday);
  expect(await keepList(colleague, choice("Lijst 7", "ongelezen=ja"), thursday)).toMatchObject({ ok: true });
  expect((await listKeptLists(colleague)).find(({ name }) => name === "Lijst 7")?.query).toBe("ongelezen=ja");
  expect(await keepList(colleague, choice("Een te veel"), thursday)).toMatchObject({
    ok: false,
    problems: [{ code: "too-many-lists", field: "name" }],
  });
  const kept = await prisma.auditEntry.count({ where: { action: "report:keep-list", actorId: colleague.accountId } });
  expect(kept).toBe(mostKeptLists + 1);
});
