import { beforeEach, describe, expect, test } from "vitest";
import { holdPapers, releasePapers } from "@/lib/attachments/commands/hold-papers.server";
import { removePaper } from "@/lib/attachments/commands/remove-paper.server";
import { holdInput } from "@/lib/attachments/inputs";
import { listPapers } from "@/lib/attachments/queries.server";
import { destroyOld } from "@/lib/attachments/upkeep.server";
import { prisma } from "@/lib/db/client.server";
import type { PersonViewer } from "@/lib/identity/viewer";
import { NotAllowed, NotFound } from "@/lib/shared/problem";
import { aClosedReport, daysAfter, gone, remainsOf, whole } from "@/tests/support/papers-end";
import { officerOf } from "@/tests/support/viewers";
import { thursday, type World } from "@/tests/support/world";

const reason = "Er loopt een beroep bij de rechtbank";
const years = daysAfter(1_000);

let world: World;
let reference: string;
let paper: string;

beforeEach(async () => {
  const closed = await aClosedReport("letter");
  ({ world, reference } = closed);
  paper = closed.papers[0] ?? "";
});

const hold = (viewer: PersonViewer = world.officer) => holdPapers(viewer, { reference, reason }, thursday);
const release = (viewer: PersonViewer = world.officer) => releasePapers(viewer, { reference }, thursday);
const heldCount = () => prisma.paperHold.count({ where: { report: { reference } } });

describe("papers are not held", () => {
  test("by the school, by who only answers the telephone of the office, or by another office", async () => {
    const clerk = officerOf(world.office.id, { role: "office_clerk" });
    await expect(hold(clerk)).rejects.toBeInstanceOf(NotAllowed);
    await expect(hold(world.reporter)).rejects.toBeInstanceOf(NotAllowed);
    const elsewhere = officerOf((await aClosedReport()).world.office.id);
    await expect(hold(elsewhere)).rejects.toBeInstanceOf(NotFound);
    expect(await heldCount()).toBe(0);
  });

  test("without a reason", () => {
    expect(holdInput.safeParse({ reference, reason: "  " }).success).toBe(false);
  });

  test("once they are gone: nobody believes that something is kept of which nothing is left", async () => {
    await destroyOld(years);
    expect(await hold()).toEqual({ ok: false, problems: [{ code: "papers-none-left" }] });
    expect(await heldCount()).toBe(0);
  });

  test("twice, so that one lifting frees them", async () => {
    await hold();
    expect(await hold()).toEqual({ ok: false, problems: [{ code: "papers-held-already" }] });
    expect(await heldCount()).toBe(1);
  });
});

describe("papers that are held", () => {
  beforeEach(async () => {
    expect(await hold()).toEqual({ ok: true, value: reference });
  });

  test("stay after their term, however long", async () => {
    await destroyOld(years);
    expect(await remainsOf(paper)).toEqual(whole);
  });

  test("are not taken back by who sent them, and the page offers no way to", async () => {
    await expect(removePaper(world.reporter, paper, thursday)).rejects.toBeInstanceOf(NotAllowed);
    expect((await listPapers(world.reporter, reference)).papers).toMatchObject([{ mayRemove: false }]);
    expect(await remainsOf(paper)).toEqual(whole);
  });

  test("are freed by nobody who may not hold them", async () => {
    await expect(release(world.reporter)).rejects.toBeInstanceOf(NotAllowed);
    expect(await prisma.paperHold.count({ where: { report: { reference }, liftedAt: null } })).toBe(1);
  });

  test("go when the office frees them, once, and both acts stand on the access log", async () => {
    expect(await release()).toEqual({ ok: true, value: reference });
    expect(await release()).toEqual({ ok: false, problems: [{ code: "papers-not-held" }] });
    await destroyOld(years);
    expect(await remainsOf(paper)).toEqual(gone);
    const { id } = await prisma.report.findUniqueOrThrow({ where: { reference } });
    const acts = await prisma.auditEntry.findMany({
      where: { objectId: id, action: { in: ["papers:hold", "papers:release"] } },
      orderBy: { id: "asc" },
      select: { action: true, actorId: true },
    });
    const actorId = world.officer.accountId;
    expect(acts).toEqual([
      { action: "papers:hold", actorId },
      { action: "papers:release", actorId },
    ]);
  });

  test("are shown to the office with the reason, and to the school without", async () => {
    const said = { by: world.officer.name, reason };
    expect(await listPapers(world.officer, reference)).toMatchObject({ mayHold: true, hold: { said } });
    expect(await listPapers(world.reporter, reference)).toMatchObject({ mayHold: false, hold: { said: null } });
  });

  test("keep the reason where nobody reads it without the key of the desk", async () => {
    const { reasonSealed } = await prisma.paperHold.findFirstOrThrow({ where: { report: { reference } } });
    expect(reasonSealed).not.toContain("beroep");
  });
});

test("who holds papers in the very moment in which they go, has them whole or hears that they are gone", async () => {
  const [held] = await Promise.all([hold(), destroyOld(years)]);
  expect(await remainsOf(paper)).toEqual(held.ok ? whole : gone);
});
