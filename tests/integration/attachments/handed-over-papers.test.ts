import { buffer } from "node:stream/consumers";
import { beforeEach, describe, expect, test } from "vitest";
import { handOverPapers } from "@/lib/attachments/commands/hand-over-papers.server";
import { holdPapers, releasePapers } from "@/lib/attachments/commands/hold-papers.server";
import { makeLink, openLink } from "@/lib/attachments/commands/open-paper.server";
import { zipPapers } from "@/lib/attachments/commands/zip-papers.server";
import { listPapers } from "@/lib/attachments/queries.server";
import { destroyOld } from "@/lib/attachments/upkeep.server";
import { reopenReport } from "@/lib/casework/commands/reopen-report.server";
import { prisma } from "@/lib/db/client.server";
import type { PersonViewer } from "@/lib/identity/viewer";
import { NotAllowed } from "@/lib/shared/problem";
import {
  aClosedReport,
  aPaperOf,
  close,
  daysAfter,
  gone,
  momentAt,
  remainsOf,
  whole,
} from "@/tests/support/papers-end";
import { officerOf } from "@/tests/support/viewers";
import { thursday, type World } from "@/tests/support/world";

let world: World;
let reference: string;
let papers: readonly string[];

beforeEach(async () => {
  ({ world, reference, papers } = await aClosedReport("letter", "other"));
});

const handOver = (count = 2, viewer: PersonViewer = world.officer) =>
  handOverPapers(viewer, { reference, papers: count }, thursday);
const takeAll = async () => buffer(await zipPapers(world.officer, reference, thursday));
const remains = () => Promise.all(papers.map(remainsOf));
const handedCount = () => prisma.paperHandOver.count({ where: { report: { reference } } });
const tomorrow = daysAfter(1);

describe("nothing is handed over", () => {
  test("by the school or by who only answers the telephone of the office", async () => {
    await takeAll();
    await expect(handOver(2, world.reporter)).rejects.toBeInstanceOf(NotAllowed);
    await expect(handOver(2, officerOf(world.office.id, { role: "office_clerk" }))).rejects.toBeInstanceOf(NotAllowed);
    expect(await handedCount()).toBe(0);
  });

  test("while the report is open", async () => {
    await takeAll();
    await reopenReport(world.officer, { reference, reason: "Weer weg" }, thursday);
    expect(await handOver()).toEqual({ ok: false, problems: [{ code: "papers-report-open" }] });
  });

  test("while a paper waits for the scanner: nobody can have it", async () => {
    await takeAll();
    await prisma.attachment.updateMany({ where: { id: papers[0] ?? "" }, data: { state: "waiting" } });
    expect(await handOver()).toEqual({ ok: false, problems: [{ code: "papers-wait-for-scan" }] });
  });

  test("when a paper came along that the screen did not name", async () => {
    await takeAll();
    await aPaperOf(world, reference, "statement");
    expect(await handOver()).toEqual({ ok: false, problems: [{ code: "papers-changed" }] });
  });

  test("that nobody of the office ever fetched; what the school fetched itself is not in the file", async () => {
    await buffer(await zipPapers(world.reporter, reference, thursday));
    const first = await openLink(world.officer, await makeLink(world.officer, papers[0] ?? "", thursday), thursday);
    await buffer(first.bytes);
    const refused = { ok: false, problems: [{ code: "papers-not-taken", facts: { count: 1 } }] };
    expect(await handOver()).toEqual(refused);
  });

  test("when nothing is left", async () => {
    await destroyOld(daysAfter(1_000));
    expect(await handOver()).toEqual({ ok: false, problems: [{ code: "papers-none-left" }] });
  });

  test("twice", async () => {
    await takeAll();
    await handOver();
    expect(await handOver()).toEqual({ ok: false, problems: [{ code: "papers-handed-over" }] });
    expect(await handedCount()).toBe(1);
  });
});

describe("papers that were handed over", () => {
  beforeEach(async () => {
    await takeAll();
    expect(await handOver()).toEqual({ ok: true, value: reference });
  });

  test("stay for the rest of the day and are destroyed in the night, with the reason", async () => {
    await destroyOld(momentAt("2026-04-23T21:59:00Z"));
    expect(await remains()).toEqual([whole, whole]);
    await destroyOld(momentAt("2026-04-23T22:00:00Z"));
    expect(await remains()).toEqual([gone, gone]);
    const proofs = await prisma.auditEntry.findMany({
      where: { action: "attachment:destroy", objectId: { in: [...papers] } },
    });
    expect(proofs.map(({ reason }) => reason)).toEqual(["handed-over", "handed-over"]);
  });

  test("stay while the office holds them, and go in the night after", async () => {
    await holdPapers(world.officer, { reference, reason: "Klacht" }, thursday);
    await destroyOld(tomorrow);
    expect(await remains()).toEqual([whole, whole]);
    await releasePapers(world.officer, { reference }, tomorrow);
    await destroyOld(daysAfter(2));
    expect(await remains()).toEqual([gone, gone]);
  });

  test("stay when the report is opened again, also when it is closed once more: they are needed again", async () => {
    await reopenReport(world.officer, { reference, reason: "Weer weg" }, thursday);
    await destroyOld(tomorrow);
    await close(world, reference, tomorrow);
    await destroyOld(daysAfter(3));
    expect(await remains()).toEqual([whole, whole]);
    expect(await listPapers(world.officer, reference)).toMatchObject({ handOver: null, toHandOver: 2 });
  });

  test("leave a paper that came later where it is", async () => {
    const later = await aPaperOf(world, reference, "statement");
    await destroyOld(tomorrow);
    expect(await remains()).toEqual([gone, gone]);
    expect(await remainsOf(later)).toEqual(whole);
  });

  test("are shown so to both sides, to the school without a name, and it stands on the access log", async () => {
    const handed = { at: thursday.at, count: 2 };
    expect(await listPapers(world.officer, reference)).toMatchObject({
      handOver: { ...handed, by: world.officer.name },
      toHandOver: null,
    });
    expect(await listPapers(world.reporter, reference)).toMatchObject({ handOver: { ...handed, by: null } });
    const { id } = await prisma.report.findUniqueOrThrow({ where: { reference } });
    const entry = { actorId: world.officer.accountId, objectCount: 2, reason: "own-office" };
    expect(await prisma.auditEntry.findMany({ where: { action: "papers:hand-over", objectId: id } })).toMatchObject([
      entry,
    ]);
  });
});
