import { beforeEach, describe, expect, test } from "vitest";
import { transact } from "@/lib/audit/transact.server";
import { closeReport } from "@/lib/casework/commands/close-report.server";
import { extendClock, pauseClock, resumeClock } from "@/lib/casework/commands/keep-clock.server";
import { recordAction } from "@/lib/casework/commands/record-action.server";
import { reopenReport } from "@/lib/casework/commands/reopen-report.server";
import { takeUp } from "@/lib/casework/commands/take-up.server";
import { countInbox, listInbox } from "@/lib/casework/queries.server";
import { prisma } from "@/lib/db/client.server";
import { tellOfEvent } from "@/lib/notifications/tell.server";
import { overTerm } from "@/lib/reports/clock-sql.server";
import { keepTerm } from "@/lib/reports/commands/keep-terms.server";
import { urgeOffice } from "@/lib/reports/commands/urge-office.server";
import { findReport } from "@/lib/reports/queries.server";
import { pauseForQuestion, resumeAfterQuestion } from "@/lib/reports/question-clock.server";
import { calendarDate, dayOf } from "@/lib/shared/calendar-date";
import { type Now, nowAt } from "@/lib/shared/clock";
import { newId } from "@/lib/shared/ids";
import { NotAllowed } from "@/lib/shared/problem";
import { officerOf } from "@/tests/support/viewers";
import { aFiledReport, anAccount, aWorld, thursday, type World } from "@/tests/support/world";

const day = (text: string) => calendarDate.parse(text);
const on = (text: string): Now => nowAt(new Date(`${text}T08:00:00Z`));
let world: World;
let reference: string;

beforeEach(async () => {
  world = await aWorld();
  // Promised for Friday 1 May.
  reference = (await aFiledReport(world)).reference;
});

const stored = () => prisma.report.findUniqueOrThrow({ where: { reference } });
const dueDay = async () => dayOf((await stored()).dueAt);
const wait = (waitsFor: "school" | "youth_doctor" | "halt", now: Now) =>
  pauseClock(world.officer, { reference, waitsFor }, now);

describe("refusals", () => {
  test("a school, a clerk and another office stop no clock", async () => {
    const clerk = officerOf(world.office.id, { role: "office_clerk" });
    await expect(pauseClock(world.reporter, { reference, waitsFor: "school" }, thursday)).rejects.toBeInstanceOf(
      NotAllowed,
    );
    await expect(extendClock(clerk, { reference, days: 5, reason: "Druk" }, thursday)).rejects.toBeInstanceOf(
      NotAllowed,
    );
    await expect(
      wait("school", thursday).then(() => resumeClock(clerk, { reference }, thursday)),
    ).rejects.toBeInstanceOf(NotAllowed);
  });

  test("a clock that runs does not go on, and a closed report waits for nobody", async () => {
    expect(await resumeClock(world.officer, { reference }, thursday)).toMatchObject({
      problems: [{ code: "clock-runs" }],
    });
    await closeReport(world.officer, { reference, closeReason: "back_to_school", closeNote: "student_seen" }, thursday);
    expect(await wait("school", thursday)).toMatchObject({ problems: [{ code: "move-not-possible" }] });
  });

  test("an answer is not expected in the past, and of Halt only the fact is kept", async () => {
    const input = { reference, waitsFor: "school", until: day("2026-04-22") } as const;
    expect(await pauseClock(world.officer, input, thursday)).toMatchObject({
      problems: [{ code: "day-past", field: "until" }],
    });
    expect(
      await pauseClock(world.officer, { reference, waitsFor: "halt", words: "Halt heeft een plek." }, thursday),
    ).toMatchObject({ problems: [{ code: "only-the-fact", field: "words" }] });
    expect(
      await pauseClock(world.officer, { reference, waitsFor: "halt", note: "Zie dossier." }, thursday),
    ).toMatchObject({ problems: [{ code: "only-the-fact", field: "note" }] });
  });

  test("a promise is extended once, before it is over, and only while there is one", async () => {
    const more = { reference, days: 5, reason: "Wij wachten op een huisbezoek." };
    expect(await extendClock(world.officer, more, on("2026-05-04"))).toMatchObject({
      problems: [{ code: "promise-over" }],
    });
    expect((await extendClock(world.officer, more, on("2026-04-30"))).ok).toBe(true);
    expect(await dueDay()).toBe("2026-05-11");
    expect(await extendClock(world.officer, more, on("2026-05-01"))).toMatchObject({
      problems: [{ code: "extended-already" }],
    });
    await takeUp(world.officer, { reference }, on("2026-05-04"));
    expect(await extendClock(world.officer, more, on("2026-05-04"))).toMatchObject({
      problems: [{ code: "nothing-promised" }],
    });
  });
});

describe("a clock that stands still", () => {
  test("is not late however long it takes, and goes on with the days that were left", async () => {
    await wait("youth_doctor", on("2026-04-28"));
    const inJune = on("2026-06-15");
    expect((await countInbox(world.officer, inJune)).overdue).toBe(0);
    const { rows } = await listInbox(world.officer, inJune, { view: "team" });
    expect(rows[0]).toMatchObject({ isStill: true });
    await resumeClock(world.officer, { reference }, inJune);
    // Three working days were left after Tuesday 28 April.
    expect(await dueDay()).toBe("2026-06-18");
    expect((await countInbox(world.officer, on("2026-06-19"))).overdue).toBe(1);
  });

  test("counts two pauses that overlap once, and goes on when the last has ended", async () => {
    await wait("school", on("2026-04-24"));
    await wait("youth_doctor", on("2026-04-28"));
    await resumeClock(world.officer, { reference }, on("2026-04-30"));
    // 28, 29 and 30 April did not count; 27 April is free.
    expect(await dueDay()).toBe("2026-05-07");
    expect(await prisma.clockPause.count({ where: { report: { reference }, endedAt: null } })).toBe(0);
  });

  test("does not mend a promise that was over when it stopped", async () => {
    await wait("school", on("2026-05-04"));
    expect((await countInbox(world.officer, on("2026-05-06"))).overdue).toBe(1);
    await resumeClock(world.officer, { reference }, on("2026-05-11"));
    expect(await dueDay()).toBe("2026-05-01");
  });

  test("tells the school that another body is busy, and nobody at the school or its system which one", async () => {
    await wait("halt", on("2026-04-28"));
    const report = await findReport(world.reporter, on("2026-04-28"), reference);
    expect(report.clock.pauses).toMatchObject([{ reason: "third_party", party: null }]);
    expect(JSON.stringify(report)).not.toMatch(/halt/i);
    const seen = await findReport(world.officer, on("2026-04-28"), reference);
    expect(seen.clock.pauses).toMatchObject([{ party: "halt" }]);
  });

  test("ends with the case, and a case that is opened again starts a clock of its own", async () => {
    await wait("school", on("2026-04-28"));
    await closeReport(
      world.officer,
      { reference, closeReason: "back_to_school", closeNote: "student_seen" },
      on("2026-04-29"),
    );
    expect(await stored()).toMatchObject({ pausedAt: null, nextDueAt: null });
    await reopenReport(world.officer, { reference, reason: "Weer weg" }, on("2026-06-01"));
    expect(await dueDay()).toBe("2026-06-08");
  });
});

describe("a question to the school", () => {
  const ask = (now: Now) => {
    const id = newId();
    const dueOn = day("2026-05-08");
    return transact(world.officer, now, async (tx) => {
      await pauseForQuestion(tx, (await stored()).id, { id, dueOn });
      return id;
    });
  };
  const answer = (id: string, now: Now) =>
    transact(world.reporter, now, async (tx) => resumeAfterQuestion(tx, (await stored()).id, id));

  test("stops the clock until it is answered, and a second question as long as it is not", async () => {
    const first = await ask(on("2026-04-24"));
    const second = await ask(on("2026-04-28"));
    await answer(first, on("2026-04-29"));
    expect((await stored()).pausedAt).not.toBeNull();
    await answer(second, on("2026-04-30"));
    expect(await stored()).toMatchObject({ pausedAt: null });
    expect(await dueDay()).toBe("2026-05-07");
  });

  test("that was answered after the office stopped waiting changes nothing", async () => {
    const question = await ask(on("2026-04-24"));
    await resumeClock(world.officer, { reference }, on("2026-04-28"));
    const due = await dueDay();
    await answer(question, on("2026-05-06"));
    expect(await dueDay()).toBe(due);
  });
});

describe("the next reaction", () => {
  beforeEach(async () => {
    const lead = officerOf(world.office.id, { role: "team_lead" });
    await keepTerm(lead, { from: thursday.today, firstReactionDays: 5, nextReactionDays: 10 }, thursday);
  });

  test("is promised from each reaction on, and a case without one comes on the list of what is over its term", async () => {
    await takeUp(world.officer, { reference }, on("2026-04-24"));
    expect(dayOf((await stored()).nextDueAt ?? new Date(0))).toBe("2026-05-12");
    expect((await countInbox(world.officer, on("2026-05-12"))).overdue).toBe(0);
    expect((await countInbox(world.officer, on("2026-05-13"))).overdue).toBe(1);
    await recordAction(world.officer, { reference, intervention: "called" }, on("2026-05-13"));
    expect(dayOf((await stored()).nextDueAt ?? new Date(0))).toBe("2026-05-29");
    expect((await countInbox(world.officer, on("2026-05-13"))).overdue).toBe(0);
  });

  test("waits too, from when it was promised", async () => {
    await wait("school", on("2026-04-24"));
    await recordAction(world.officer, { reference, intervention: "called" }, on("2026-05-06"));
    await resumeClock(world.officer, { reference }, on("2026-05-08"));
    // Ten working days after Wednesday 6 May, without Ascension Day, and two more.
    expect(dayOf((await stored()).nextDueAt ?? new Date(0))).toBe("2026-05-26");
  });
});

describe("a school that still waits", () => {
  test("cannot say so while the term runs or stands still, nor twice", async () => {
    expect(await urgeOffice(world.reporter, { reference }, on("2026-05-01"))).toMatchObject({
      problems: [{ code: "term-runs" }],
    });
    expect((await urgeOffice(world.reporter, { reference }, on("2026-05-04"))).ok).toBe(true);
    expect(await urgeOffice(world.reporter, { reference }, on("2026-05-06"))).toMatchObject({
      problems: [{ code: "urged-already" }],
    });
    await expect(urgeOffice(world.officer, { reference }, on("2026-05-06"))).rejects.toBeInstanceOf(NotAllowed);
  });

  test("reaches the officer, whoever stands in for him today, and who leads the team", async () => {
    const [deputy, lead] = [await anAccount(world.office.id, "officer"), await anAccount(world.office.id, "team_lead")];
    const { id, officeId } = await stored();
    await prisma.report.update({ where: { id }, data: { officerId: world.officer.accountId } });
    await prisma.officerLeave.create({
      data: {
        officeId: officeId ?? "",
        accountId: world.officer.accountId,
        firstDay: new Date("2026-05-01T00:00:00Z"),
        deputyId: deputy.accountId,
      },
    });
    await urgeOffice(world.reporter, { reference }, on("2026-05-04"));
    const event = await prisma.event.findFirstOrThrow({ where: { reportId: id, kind: "no_reaction" } });
    await tellOfEvent(
      { eventId: event.id, reportId: id },
      { origin: "https://loket.example", mailFrom: "a@loket.example" },
      on("2026-05-04"),
    );
    const told = await prisma.notice.findMany({ where: { eventId: event.id }, select: { accountId: true } });
    expect(told.map(({ accountId }) => accountId).sort()).toEqual(
      [world.officer.accountId, deputy.accountId, lead.accountId].sort(),
    );
  });
});

test("what is over its term is found in its own index, whose expression is that of the list", async () => {
  const plan = await prisma.$transaction(async (client) => {
    // A table of a few rows is read whole, whatever index there is.
    await client.$executeRaw`SET LOCAL enable_seqscan = off`;
    const lines = await client.$queryRaw<Record<string, string>[]>`EXPLAIN SELECT id FROM reports
      WHERE office_id = ${world.office.id}::uuid AND closed_at IS NULL AND ${overTerm} < ${thursday.at}
      ORDER BY ${overTerm} LIMIT 51`;
    return lines.flatMap((line) => Object.values(line)).join("\n");
  });
  expect(plan).toMatch(/Index (Only )?Scan using reports_over_term/);
  expect(plan).not.toMatch(/Filter: .*LEAST|Sort Key/);
});
