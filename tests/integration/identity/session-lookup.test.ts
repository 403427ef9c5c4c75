import { beforeEach, describe, expect, test } from "vitest";
import { prisma } from "@/lib/db/client.server";
import { recordStatements } from "@/lib/db/statement-count.server";
import { switchMandate } from "@/lib/identity/commands/sessions.server";
import { lookUpSession, lookUpSessions } from "@/lib/identity/session-lookup.server";
import { toColumn } from "@/lib/shared/calendar-date";
import { NotFound } from "@/lib/shared/problem";
import { day, device, later, mandate, moment, morning, organisation, person, sessionOf, setDemo } from "./world";

const minute = 60;

beforeEach(() => setDemo(false));

describe("a session that is over", () => {
  test("a name that nobody gave opens nothing", async () => {
    expect(await lookUpSession("0".repeat(43), morning, "input")).toBeNull();
  });

  test("a closed account is out at its very next request", async () => {
    const somebody = await person((await organisation("school")).id);
    const { sid } = await sessionOf(somebody);
    await prisma.account.update({ where: { id: somebody.id }, data: { disabledAt: morning.at } });
    expect(await lookUpSession(sid, later(morning, 1), "input")).toBeNull();
  });

  test("a mandate ends at midnight in Amsterdam, with the page open", async () => {
    const somebody = await person((await organisation("school")).id, { until: "2026-04-23" });
    const evening = moment("2026-04-23T23:30:00+02:00");
    const { sid } = await sessionOf(somebody, evening);
    expect(await lookUpSession(sid, moment("2026-04-23T23:59:59+02:00"), "input")).not.toBeNull();
    expect(await lookUpSession(sid, moment("2026-04-24T00:00:00+02:00"), "input")).toBeNull();
  });

  test("on the night that the clock goes forward the mandate still ends at midnight in Amsterdam", async () => {
    const somebody = await person((await organisation("school")).id, { until: "2026-03-28" });
    const { sid } = await sessionOf(somebody, moment("2026-03-28T23:50:00+01:00"));
    expect(await lookUpSession(sid, moment("2026-03-28T23:59:59+01:00"), "input")).not.toBeNull();
    expect(await lookUpSession(sid, moment("2026-03-29T00:00:00+01:00"), "input")).toBeNull();
  });

  test("a mandate that was ended, or has not begun, opens nothing", async () => {
    const somebody = await person((await organisation("school")).id);
    const { sid } = await sessionOf(somebody);
    await prisma.mandate.update({
      where: { id: somebody.mandateId },
      data: { validFrom: toColumn(day("2026-04-24")) },
    });
    expect(await lookUpSession(sid, morning, "input")).toBeNull();
  });

  test("one factor opens nothing outside a demo", async () => {
    const somebody = await person((await organisation("school")).id);
    const { sid } = await sessionOf(somebody);
    await prisma.session.updateMany({ where: { accountId: somebody.id }, data: { factors: 1 } });
    expect(await lookUpSession(sid, morning, "input")).toBeNull();
    await setDemo(true);
    expect(await lookUpSession(sid, morning, "input")).not.toBeNull();
  });

  test("an hour without input ends it; what the browser fetches by itself is no input", async () => {
    const { sid } = await sessionOf(await person((await organisation("school")).id));
    await lookUpSession(sid, later(morning, 50 * minute), "background");
    expect(await lookUpSession(sid, later(morning, 60 * minute), "input")).toBeNull();
  });

  test("ten hours end it, however busy", async () => {
    const { sid } = await sessionOf(await person((await organisation("school")).id));
    for (let half = 1; half < 20; half++) {
      expect(await lookUpSession(sid, later(morning, half * 30 * minute), "input")).not.toBeNull();
    }
    expect(await lookUpSession(sid, later(morning, 600 * minute), "input")).toBeNull();
  });

  test("a functional administrator is out after a quarter of an hour, and so is a shared computer", async () => {
    const administrator = await person((await organisation("desk")).id, { role: "administrator" });
    const own = await sessionOf(administrator);
    const shared = await sessionOf(
      await person((await organisation("school")).id),
      morning,
      device({ computer: "shared" }),
    );
    expect(await lookUpSession(own.sid, later(morning, 15 * minute), "input")).toBeNull();
    expect(await lookUpSession(shared.sid, later(morning, 15 * minute), "input")).toBeNull();
  });

  test("a role that does not fit its organisation opens nothing", async () => {
    const somebody = await person((await organisation("school")).id, { role: "officer" });
    const { sid } = await sessionOf(somebody);
    expect(await lookUpSession(sid, morning, "input")).toBeNull();
  });
});

describe("a session that holds", () => {
  test("is known with hundreds of others in one trip, each in its place, and those that are over as nobody", async () => {
    const school = await organisation("school");
    const [one, other, gone] = [await person(school.id), await person(school.id), await person(school.id)];
    const [first, second, third] = [await sessionOf(one), await sessionOf(other), await sessionOf(gone)];
    await prisma.account.update({ where: { id: gone.id }, data: { disabledAt: morning.at } });
    const sids = [second.sid, third.sid, first.sid, "0".repeat(43)];
    const { value, statements } = await recordStatements(() => lookUpSessions(sids, later(morning, 120)));
    expect(statements).toHaveLength(1);
    expect(value.map((found) => found?.viewer.accountId ?? null)).toEqual([other.id, null, one.id, null]);
    expect(await prisma.session.findFirst({ where: { accountId: one.id } })).toMatchObject({ lastInputAt: morning.at });
  });

  test("is known in one trip, whoever it is", async () => {
    const office = await organisation("office", "Leerplicht Groningen");
    const { sid } = await sessionOf(await person(office.id, { role: "officer" }));
    const { value, statements } = await recordStatements(() => lookUpSession(sid, later(morning, 120), "input"));
    expect(statements).toHaveLength(1);
    expect(value).toMatchObject({
      viewer: { kind: "office", role: "officer", officeId: office.id, organisationName: "Leerplicht Groningen" },
      otherMandates: [],
      isDemo: false,
      unreadNoticeCount: 0,
    });
  });

  test("goes on with each hour of work", async () => {
    const { sid } = await sessionOf(await person((await organisation("school")).id));
    await lookUpSession(sid, later(morning, 50 * minute), "input");
    expect(await lookUpSession(sid, later(morning, 100 * minute), "input")).not.toBeNull();
  });

  test("writes input down at most once a minute", async () => {
    const somebody = await person((await organisation("school")).id);
    const { sid } = await sessionOf(somebody);
    const lastInput = async () => (await prisma.session.findFirst({ where: { accountId: somebody.id } }))?.lastInputAt;
    await lookUpSession(sid, later(morning, 59), "input");
    expect(await lastInput()).toEqual(morning.at);
    await lookUpSession(sid, later(morning, 61), "input");
    expect(await lastInput()).toEqual(later(morning, 61).at);
  });

  test("is kept under a hash: the tables open no session", async () => {
    const somebody = await person((await organisation("school")).id);
    const { sid } = await sessionOf(somebody);
    const row = await prisma.session.findFirstOrThrow({ where: { accountId: somebody.id } });
    expect(Buffer.from(sid, "base64url")).toHaveLength(32);
    expect(JSON.stringify(row)).not.toContain(sid);
    expect(await lookUpSession(row.tokenHash, morning, "input")).toBeNull();
  });
});

describe("somebody with two mandates", () => {
  test("acts in one, is offered the other, and goes over to it with its rights only", async () => {
    const school = await organisation("school", "A-school");
    const office = await organisation("office", "B-kantoor");
    const somebody = await person(school.id);
    const other = await mandate(somebody.id, office.id, { role: "officer" });
    const { sid } = await sessionOf(somebody);
    const before = await lookUpSession(sid, morning, "input");
    expect(before).toMatchObject({
      viewer: { kind: "school", organisationId: school.id },
      otherMandates: [{ mandateId: other, role: "officer", organisationName: "B-kantoor" }],
    });
    if (before === null) throw new Error("signed in");
    await switchMandate(before.viewer, { mandateId: other }, morning);
    expect(await lookUpSession(sid, morning, "input")).toMatchObject({
      viewer: { kind: "office", officeId: office.id },
      otherMandates: [{ mandateId: somebody.mandateId }],
    });
    const logged = await prisma.auditEntry.findFirst({ where: { action: "mandate:switch", objectId: other } });
    expect(logged?.actorId).toBe(somebody.id);
  });

  test("cannot go over to a mandate of somebody else, or to one that has ended", async () => {
    const school = await organisation("school");
    const somebody = await person(school.id);
    const ended = await mandate(somebody.id, school.id, { role: "reader", until: "2026-04-22" });
    const stranger = await person(school.id);
    const { sid } = await sessionOf(somebody);
    const signIn = await lookUpSession(sid, morning, "input");
    if (signIn === null) throw new Error("signed in");
    for (const mandateId of [stranger.mandateId, ended]) {
      await expect(switchMandate(signIn.viewer, { mandateId }, morning)).rejects.toBeInstanceOf(NotFound);
    }
  });

  test("who goes over to a weightier role gets no more hours than that role has", async () => {
    const somebody = await person((await organisation("school")).id);
    const desk = await mandate(somebody.id, (await organisation("desk")).id, { role: "administrator" });
    const { sid } = await sessionOf(somebody);
    const before = await lookUpSession(sid, morning, "input");
    if (before === null) throw new Error("signed in");
    await switchMandate(before.viewer, { mandateId: desk }, morning);
    const after = await lookUpSession(sid, morning, "input");
    expect(after?.expiresAt).toEqual(later(morning, 480 * minute).at);
  });
});
