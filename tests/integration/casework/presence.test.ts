import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { addPresence, removePresence } from "@/lib/casework/commands/keep-presence.server";
import { presenceInput } from "@/lib/casework/presence";
import { findPresence, listPresence } from "@/lib/casework/queries/presence.server";
import { prisma } from "@/lib/db/client.server";
import { NotAllowed, NotFound } from "@/lib/shared/problem";
import { officerOf } from "@/tests/support/viewers";
import { aFiledReport, anAccount, aWorld, thursday, type World } from "@/tests/support/world";

let world: World;
let clerk: ReturnType<typeof officerOf>;

beforeEach(async () => {
  world = await aWorld();
  clerk = officerOf(world.office.id, { ...(await anAccount(world.office.id, "office_clerk")), role: "office_clerk" });
});

function anHour(given: Readonly<Record<string, string>> = {}) {
  const { accountId } = world.officer;
  const usual = { locationId: world.school.location.id, accountId, weekday: "2", from: "9.00", until: "12:00" };
  return presenceInput.parse({ ...usual, ...given });
}

test("who plans the team says when it is at a school, and only at schools and with people of the own office", async () => {
  const elsewhere = await aWorld();
  const analyst = officerOf(world.office.id, { role: "analyst" });
  await expect(async () => addPresence(analyst, anHour(), thursday)).rejects.toBeInstanceOf(NotAllowed);
  await expect(listPresence(analyst, thursday)).rejects.toBeInstanceOf(NotAllowed);
  const atStrangers = await addPresence(clerk, anHour({ locationId: elsewhere.school.location.id }), thursday);
  expect(atStrangers).toMatchObject({ ok: false, problems: [{ code: "presence-school-missing" }] });
  const byStranger = await addPresence(clerk, anHour({ accountId: elsewhere.officer.accountId }), thursday);
  expect(byStranger).toMatchObject({ ok: false, problems: [{ code: "officer-unknown" }] });
  expect(await prisma.presenceHour.count({ where: { officeId: world.office.id } })).toBe(0);
});

test("an hour that ends before it begins, or has no day, is refused at its field", () => {
  const input = { locationId: world.school.location.id, weekday: "2", from: "12.00", until: "9.00" };
  expect(presenceInput.safeParse(input).error?.issues[0]).toMatchObject({ path: ["until"], message: "time-order" });
  expect(presenceInput.safeParse({ ...input, weekday: "6" }).error?.issues[0]?.message).toBe("weekday-missing");
});

test("the school sees at its report when its officer is there, until he works there no longer", async () => {
  const { reference } = await aFiledReport(world);
  await addPresence(clerk, anHour({ place: "kamer 1.04" }), thursday);
  expect(await findPresence(world.reporter, thursday, reference)).toMatchObject([
    { weekday: "2", from: "09:00", until: "12:00", place: "kamer 1.04", officer: { name: world.officer.name } },
  ]);
  expect(await findPresence((await aWorld()).reporter, thursday, reference)).toEqual([]);
  await prisma.account.update({ where: { id: world.officer.accountId }, data: { disabledAt: thursday.at } });
  expect(await findPresence(world.reporter, thursday, reference)).toEqual([]);
  expect((await listPresence(clerk, thursday)).hours).toMatchObject([{ isGone: true }]);
});

test("the school of a protected student does not learn of the office by its hours", async () => {
  const { reference } = await aFiledReport(world);
  await addPresence(clerk, anHour(), thursday);
  await prisma.report.update({ where: { reference }, data: { isProtected: true } });
  expect(await findPresence(world.reporter, thursday, reference)).toEqual([]);
});

test("the same hour is kept once, and goes away by its own office only", async () => {
  const first = await addPresence(clerk, anHour(), thursday);
  if (!first.ok) throw new Error("nothing was kept");
  expect(await addPresence(clerk, anHour(), thursday)).toMatchObject({
    ok: false,
    problems: [{ code: "presence-known" }],
  });
  const stranger = officerOf((await aWorld()).office.id, { role: "office_clerk" });
  await expect(removePresence(stranger, first.value, thursday)).rejects.toBeInstanceOf(NotFound);
  await removePresence(clerk, first.value, thursday);
  expect((await listPresence(clerk, thursday)).hours).toEqual([]);
});

test("an officer keeps the own hours at schools, and neither sees nor touches those of a colleague", async () => {
  const colleague = await anAccount(world.office.id, "officer");
  const given = await addPresence(clerk, anHour({ accountId: colleague.accountId }), thursday);
  if (!given.ok) throw new Error("nothing was kept");
  const forColleague = async () => addPresence(world.officer, anHour({ accountId: colleague.accountId }), thursday);
  await expect(forColleague).rejects.toBeInstanceOf(NotAllowed);
  await expect(removePresence(world.officer, given.value, thursday)).rejects.toBeInstanceOf(NotFound);
  const { accountId: _nobody, ...unsaid } = anHour();
  const own = await addPresence(world.officer, unsaid, thursday);
  if (!own.ok) throw new Error("nothing was kept");
  expect(await listPresence(world.officer, thursday)).toMatchObject({
    officers: null,
    hours: [{ id: own.value.id, officer: { id: world.officer.accountId } }],
  });
  await removePresence(world.officer, own.value, thursday);
  expect((await listPresence(clerk, thursday)).hours).toMatchObject([{ id: given.value.id }]);
});

test("two locations of one name are told apart by their codes, and others need none", async () => {
  const { id: _id, ...first } = await prisma.location.findUniqueOrThrow({ where: { id: world.school.location.id } });
  const twin = { ...first, id: randomUUID(), locationCode: `${world.brin}77` };
  const other = { ...first, id: randomUUID(), locationCode: `${world.brin}78`, name: "Dependance" };
  await prisma.location.createMany({ data: [twin, other] });
  const names = (await listPresence(clerk, thursday)).locations.map(({ name }) => name);
  const name = `${first.name}, ${first.city}`;
  expect(names.toSorted()).toEqual(
    [`Dependance, ${first.city}`, `${name} (${first.locationCode})`, `${name} (${twin.locationCode})`].toSorted(),
  );
});
