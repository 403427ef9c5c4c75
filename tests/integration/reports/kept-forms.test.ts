import { beforeEach, expect, test } from "vitest";
import { prisma } from "@/lib/db/client.server";
import { dropKeptForm, keepForm } from "@/lib/reports/commands/keep-form.server";
import { forgetDrafts } from "@/lib/reports/forget-drafts.server";
import { keptFormInput } from "@/lib/reports/kept-form";
import { findKeptForm } from "@/lib/reports/queries/kept-forms.server";
import { nowAt } from "@/lib/shared/clock";
import { parseInput } from "@/lib/shared/parse-input";
import { NotAllowed } from "@/lib/shared/problem";
import { reporterOf } from "@/tests/support/viewers";
import { anAccount, aWorld, thursday, type World } from "@/tests/support/world";

const place = "/meldingen/V-2026-ABCDEFG/intrekken";
const words = { reason: "Was wél op school." };
const daysLater = (days: number) => nowAt(new Date(thursday.at.getTime() + days * 86_400_000));

let world: World;

beforeEach(async () => {
  world = await aWorld();
});

const keep = (kept = words, viewer = world.reporter, at = thursday) => keepForm(viewer, { place, words: kept }, at);

test("nothing is kept for whoever only reads along, of an office, or at an address that is no form of the school", async () => {
  await expect(keep(words, reporterOf(world.school.id, { role: "reader" }))).rejects.toBeInstanceOf(NotAllowed);
  await expect(keepForm(world.officer, { place, words }, thursday)).rejects.toBeInstanceOf(NotAllowed);
  for (const wrong of ["https://elders.example/", "//elders.example", "/werkvoorraad/V-1", "/meldingen/../beheer"])
    expect(parseInput(keptFormInput, { place: wrong, words })).toMatchObject({ ok: false });
  const ownerId = { in: [world.reporter.accountId, world.officer.accountId] };
  expect(await prisma.keptForm.count({ where: { ownerId } })).toBe(0);
});

test("one writer fills no more than two hundred forms", async () => {
  for (let line = 1; line <= 200; line += 1)
    await keepForm(world.reporter, { place: `/meldingen/importeren/1?regel=${line}`, words }, thursday);
  expect(await keep()).toMatchObject({ ok: false, problems: [{ code: "draft-too-large" }] });
  const known = { place: "/meldingen/importeren/1?regel=1", words: { reason: "anders" } };
  expect(await keepForm(world.reporter, known, thursday)).toMatchObject({ ok: true });
});

test("what is typed is there again for its writer alone, sealed, as it was typed last, until it is sent", async () => {
  await keep({ reason: "Was" });
  await keep();
  const colleague = reporterOf(world.school.id, {
    ...(await anAccount(world.school.id, "reporter")),
    role: "reporter",
  });
  expect(await findKeptForm(world.reporter, place)).toEqual(words);
  expect(await findKeptForm(colleague, place)).toBeNull();
  const { wordsSealed } = await prisma.keptForm.findFirstOrThrow({
    where: { ownerId: world.reporter.accountId },
  });
  expect(wordsSealed).not.toContain("school");
  await dropKeptForm(colleague, { place });
  expect(await findKeptForm(world.reporter, place)).toEqual(words);
  await dropKeptForm(world.reporter, { place });
  expect(await findKeptForm(world.reporter, place)).toBeNull();
});

test("at another school the same person finds nothing of it, and throws nothing of it away", async () => {
  await keep();
  const elsewhere = reporterOf((await aWorld()).school.id, { accountId: world.reporter.accountId });
  expect(await findKeptForm(elsewhere, place)).toBeNull();
  await keep({ reason: "Van elders" }, elsewhere);
  expect(await findKeptForm(world.reporter, place)).toEqual(words);
  await dropKeptForm(elsewhere, { place });
  expect(await findKeptForm(world.reporter, place)).toEqual(words);
});

test("what is not sent is forgotten after fourteen days", async () => {
  await keep();
  await forgetDrafts(daysLater(13));
  expect(await findKeptForm(world.reporter, place)).toEqual(words);
  await forgetDrafts(daysLater(15));
  expect(await findKeptForm(world.reporter, place)).toBeNull();
});
