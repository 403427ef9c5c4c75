import { beforeEach, describe, expect, test } from "vitest";
import { holdPapers } from "@/lib/attachments/commands/hold-papers.server";
import { releaseRun } from "@/lib/attachments/commands/release-run.server";
import { findRetention } from "@/lib/attachments/queries/paper-runs.server";
import { destroyOld } from "@/lib/attachments/upkeep.server";
import { prisma } from "@/lib/db/client.server";
import type { PersonViewer } from "@/lib/identity/viewer";
import { deliver } from "@/lib/notifications/deliver.server";
import { toColumn } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { NotAllowed, NotFound } from "@/lib/shared/problem";
import { truncateAll } from "@/tests/support/database";
import { aClosedReport, daysAfter } from "@/tests/support/papers-end";
import { postWith } from "@/tests/support/post";
import { deskPerson, officerOf } from "@/tests/support/viewers";
import { thursday } from "@/tests/support/world";

const administrator = deskPerson("administrator");
const night = daysAfter(190);
const many = 150;

let paper: string;
let closed: Awaited<ReturnType<typeof aClosedReport>>;

beforeEach(async () => {
  await truncateAll();
  closed = await aClosedReport("letter");
  paper = closed.papers[0] ?? "";
});

/** As many letters more with the same report. */
async function copies(count: number): Promise<void> {
  await prisma.$executeRaw`INSERT INTO attachments SELECT copy.* FROM attachments a
    CROSS JOIN generate_series(1, ${count}::int) AS n
    CROSS JOIN LATERAL jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid(), 'object_key',
      gen_random_uuid(), 'sent_sha256', md5(n::text))) copy
    WHERE a.id = ${paper}::uuid`;
}

/** A day on which so many were due, and what became of the brake. */
async function aRun(now: Now, due: number, brake: { stoppedAt?: Date; releasedAt?: Date } = {}): Promise<void> {
  const day = toColumn(now.today);
  await prisma.paperRun.create({ data: { day, beganAt: now.at, usualCount: 0, ...brake } });
  await prisma.paperRunCount.create({
    data: { day, kind: "letter", dueCount: due, heldCount: 0, destroyedCount: due },
  });
}

const goneCount = () => prisma.attachment.count({ where: { goneAt: { not: null } } });
const release = (due: number, viewer: PersonViewer = administrator, now = night) =>
  releaseRun(viewer, { day: night.today, due }, now);
const noticeCount = () => prisma.outboxMessage.count({ where: { topic: "papers-stopped" } });

describe("far more papers than usual", () => {
  beforeEach(() => copies(many - 1));

  test("are not destroyed, which the administrators hear once that day, also when the job comes back", async () => {
    await aRun(daysAfter(189), 60);
    await destroyOld(night);
    await destroyOld(night);
    expect(await goneCount()).toBe(0);
    expect(await noticeCount()).toBe(1);
    const { stopped } = await findRetention(administrator, night);
    expect(stopped).toMatchObject({ due: many, destroyed: 0, usual: 60, state: "stopped" });
  });

  test("do not become usual because nobody looked for weeks", async () => {
    for (let day = 1; day <= 15; day += 1) await aRun(daysAfter(189 - day), many, { stoppedAt: thursday.at });
    await destroyOld(night);
    expect(await goneCount()).toBe(0);
  });

  test("go when they are twice the usual and no more", async () => {
    await aRun(daysAfter(189), many / 2);
    await destroyOld(night);
    expect(await goneCount()).toBe(many);
    expect(await noticeCount()).toBe(0);
  });

  test("are usual after somebody said so", async () => {
    await aRun(daysAfter(189), many, { stoppedAt: thursday.at, releasedAt: thursday.at });
    await destroyOld(night);
    expect(await goneCount()).toBe(many);
  });

  test("are let go on by nobody but a functional administrator", async () => {
    await destroyOld(night);
    for (const viewer of [closed.world.reporter, officerOf(closed.world.office.id), deskPerson("service_desk")]) {
      expect(() => release(many, viewer)).toThrow(NotAllowed);
    }
    await destroyOld(night);
    expect(await goneCount()).toBe(0);
  });

  test("are not let go on with a number that is not there any more, or on another day", async () => {
    await destroyOld(night);
    expect(await release(many - 1)).toEqual({ ok: false, problems: [{ code: "run-changed" }] });
    expect(await release(many, administrator, daysAfter(191))).toEqual({
      ok: false,
      problems: [{ code: "run-changed" }],
    });
    await destroyOld(night);
    expect(await goneCount()).toBe(0);
  });

  test("go on once when somebody looked; it stands on the access log and beside the day", async () => {
    await destroyOld(night);
    expect(await release(many)).toEqual({ ok: true, value: null });
    expect(await release(many)).toEqual({ ok: false, problems: [{ code: "run-not-stopped" }] });
    await destroyOld(night);
    expect(await goneCount()).toBe(many);
    const { runs } = await findRetention(administrator, night);
    expect(runs[0]).toMatchObject({ destroyed: many, state: "released", releasedBy: administrator.name });
    const entry = { action: "retention:release", actorId: administrator.accountId, objectCount: many };
    expect(await prisma.auditEntry.count({ where: entry })).toBe(1);
  });

  test("are told of in a letter that names nobody and says where to look", async () => {
    const desk = await prisma.organisation.create({ data: { code: "LOKET", kind: "desk", name: "Loket" } });
    const mandate = {
      organisationId: desk.id,
      role: "administrator",
      validFrom: new Date("2020-08-01"),
      grantedBy: "t",
    };
    await prisma.account.create({ data: { email: "b@loket.example", name: "B", mandates: { create: mandate } } });
    await destroyOld(night);
    const message = await prisma.outboxMessage.findFirstOrThrow({ where: { topic: "papers-stopped" } });
    await deliver(message.id, postWith(), { count: 1, isLast: false });
    const letter = await prisma.letter.findFirstOrThrow({ where: { toAddress: "b@loket.example" } });
    expect(letter.text).toContain("/beheer/bewaren");
  });
});

describe("each day", () => {
  test("is written down with what was due, what was held and what was destroyed, also when that is nothing", async () => {
    await destroyOld(daysAfter(100));
    const other = await aClosedReport("statement", "statement");
    await holdPapers(other.world.officer, { reference: other.reference, reason: "Klacht" }, thursday);
    await destroyOld(night);
    await destroyOld(night);
    const { runs } = await findRetention(administrator, night);
    expect(runs).toMatchObject([
      { day: night.today, due: 1, held: 2, destroyed: 1, state: "went-on" },
      { day: daysAfter(100).today, due: 0, held: 0, destroyed: 0, state: "went-on" },
    ]);
    expect(runs[0]?.counts).toContainEqual({ kind: "letter", due: 1, held: 0, destroyed: 1 });
    expect(runs[0]?.counts).toContainEqual({ kind: "statement", due: 0, held: 2, destroyed: 0 });
  });

  test("of tomorrow is counted without destroying anything", async () => {
    const last = daysAfter(183);
    const { tomorrow } = await findRetention(administrator, last);
    expect(tomorrow).toContainEqual({ kind: "letter", due: 1, held: 0 });
    expect(tomorrow).toContainEqual({ kind: "other", due: 0, held: 0 });
    expect(await goneCount()).toBe(0);
  });

  test("is seen by nobody but a functional administrator", async () => {
    const strangers = [closed.world.officer, closed.world.reporter, deskPerson("auditor"), deskPerson("service_desk")];
    for (const viewer of strangers) await expect(findRetention(viewer, night)).rejects.toBeInstanceOf(NotFound);
  });
});
