import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { pauseClock } from "@/lib/casework/commands/keep-clock.server";
import { recordAction } from "@/lib/casework/commands/record-action.server";
import { takeUp } from "@/lib/casework/commands/take-up.server";
import { inboxViewCodes } from "@/lib/casework/inbox";
import { type InboxFilter, readInboxFilter, writeInboxFilter } from "@/lib/casework/inbox-filter";
import { idsSql } from "@/lib/casework/inbox-sql.server";
import { findFilterChoices, findFilterLabels } from "@/lib/casework/queries/filter-choices.server";
import { findInbox, listInbox } from "@/lib/casework/queries.server";
import { sendMessage } from "@/lib/conversation/commands/send-message.server";
import { findConversation } from "@/lib/conversation/queries.server";
import { prisma } from "@/lib/db/client.server";
import { Prisma } from "@/lib/db/generated/client";
import { ask } from "@/lib/db/statement.server";
import { watchReport } from "@/lib/notifications/commands/watch-report.server";
import { calendarDate } from "@/lib/shared/calendar-date";
import { copiesOf, counted } from "@/tests/support/at-size";
import { officerOf } from "@/tests/support/viewers";
import { aFiledReport, anAccount, aStudent, aWorld, thursday, type World } from "@/tests/support/world";

let world: World;

const another = async (kind: "resident" | "protected" = "resident") => ({
  number: await aStudent({
    municipality: world.municipality,
    locationId: world.school.location.id,
    brin: world.brin,
    kind,
  }),
});

describe("filters", () => {
  beforeEach(async () => {
    world = await aWorld();
  });

  async function found(filter: InboxFilter): Promise<readonly string[]> {
    const { page, found: count } = await findInbox(world.officer, thursday, { view: "team", filter });
    expect(count).toBe(page.rows.length);
    return page.rows.map(({ reference }) => reference);
  }

  test("show no protected student to whoever is not named for such cases, whatever is filtered by", async () => {
    await aFiledReport(world, { student: await another("protected"), urgent: { reason: "Snel." } });
    expect(await found({ isUrgent: true })).toEqual([]);
    const { schools, municipalities } = await findFilterChoices(world.officer, thursday);
    expect([schools, municipalities]).toEqual([[], []]);
  });

  test("of another office find nothing, also when its school, officer or municipality is asked for by name", async () => {
    await aFiledReport(world);
    const stranger = officerOf((await aWorld()).office.id);
    const filter = { municipality: world.municipality, school: { kind: "school", code: world.brin } } as const;
    expect((await listInbox(stranger, thursday, { view: "team", filter })).rows).toEqual([]);
    const labels = await findFilterLabels(stranger, { ...filter, officerId: world.officer.accountId });
    expect(labels.officer).toBeNull();
  });

  test("each narrow the list, and together leave what fits them all", async () => {
    const plain = await aFiledReport(world);
    const urgent = await aFiledReport(world, {
      student: await another(),
      type: "holiday_truancy",
      urgent: { reason: "Snel." },
    });
    await takeUp(world.officer, { reference: plain.reference }, thursday);
    const { code, location } = { code: world.brin, location: `${world.brin}00` };
    expect(await found({ type: "holiday_truancy" })).toEqual([urgent.reference]);
    expect(await found({ isUrgent: true })).toEqual([urgent.reference]);
    expect(await found({ status: "in_progress" })).toEqual([plain.reference]);
    expect(await found({ officerId: world.officer.accountId, status: "registered" })).toEqual([urgent.reference]);
    expect(await found({ officerId: null })).toEqual([]);
    expect(await found({ isUrgent: true, status: "in_progress" })).toEqual([]);
    for (const filter of [
      { school: { kind: "school", code } },
      { school: { kind: "location", sector: "VO", code: location } },
      { municipality: world.municipality },
      { regime: "compulsory" },
      { filedFrom: calendarDate.parse("2026-04-23"), filedUntil: calendarDate.parse("2026-04-23") },
    ] as const satisfies readonly InboxFilter[]) {
      expect.soft(await found(filter), JSON.stringify(filter)).toHaveLength(2);
      expect.soft(await found({ ...filter, isUrgent: true }), JSON.stringify(filter)).toEqual([urgent.reference]);
    }
    for (const filter of [
      { school: { kind: "school", code: "99XX" } },
      { school: { kind: "location", sector: "MBO", code: location } },
      { municipality: "0001" },
      { regime: "over_18" },
      { filedFrom: calendarDate.parse("2026-04-24") },
      { filedUntil: calendarDate.parse("2026-04-22") },
    ] as const satisfies readonly InboxFilter[]) {
      expect.soft(await found(filter), JSON.stringify(filter)).toEqual([]);
    }
  });

  test("tell apart who is waited for, and forget it when the wait is over", async () => {
    const [school, other] = [await aFiledReport(world), await aFiledReport(world, { student: await another() })];
    await pauseClock(world.officer, { reference: school.reference, waitsFor: "school" }, thursday);
    await pauseClock(world.officer, { reference: other.reference, waitsFor: "help" }, thursday);
    const inList = async (view: "waits_school" | "waits_other") =>
      (await listInbox(world.officer, thursday, { view })).rows.map(({ reference }) => reference);
    expect(await inList("waits_school")).toEqual([school.reference]);
    expect(await inList("waits_other")).toEqual([other.reference]);
    expect(await found({ isWaiting: true })).toHaveLength(2);
    const { counts } = await findInbox(world.officer, thursday, { view: "team" });
    expect(counts).toMatchObject({ waits_school: 1, waits_other: 1 });
  });

  test("what one follows oneself can be told apart, and nobody finds what a colleague follows", async () => {
    const { reference } = await aFiledReport(world);
    await aFiledReport(world, { student: await another() });
    await watchReport(world.officer, { reference, watch: "follow" }, thursday);
    expect(await found({ isFollowed: true })).toEqual([reference]);
    const { accountId } = await anAccount(world.office.id, "officer");
    const colleague = officerOf(world.office.id, { accountId });
    const part = { view: "team", filter: { isFollowed: true } } as const;
    expect((await listInbox(colleague, thursday, part)).rows).toEqual([]);
    await watchReport(world.officer, { reference, watch: "mute" }, thursday);
    expect(await found({ isFollowed: true })).toEqual([]);
  });

  test("an unread message of the school marks its line until somebody of the office has read it", async () => {
    const { reference, id } = await aFiledReport(world);
    await sendMessage(world.reporter, { reference, words: "Vader belde ons.", asksReopening: false }, thursday);
    expect(await found({ isUnread: true })).toEqual([reference]);
    expect((await listInbox(world.officer, thursday, { view: "team" })).rows).toMatchObject([{ hasUnread: true }]);
    await findConversation(world.officer, thursday, id);
    expect(await found({ isUnread: true })).toEqual([]);
    await sendMessage(world.officer, { reference, words: "Dank u wel.", asksReopening: false }, thursday);
    expect((await listInbox(world.officer, thursday, { view: "team" })).rows).toMatchObject([{ hasUnread: false }]);
  });

  test("the choices are what occurs in the own lists, with a former officer by name", async () => {
    const former = await anAccount(world.school.id, "officer");
    const { reference } = await aFiledReport(world);
    await recordAction(world.officer, { reference, intervention: "called" }, thursday);
    await prisma.report.update({ where: { reference }, data: { officerId: former.accountId } });
    const { schools, municipalities, officers } = await findFilterChoices(world.officer, thursday);
    expect(schools).toMatchObject([{ code: world.brin, locationCode: `${world.brin}00` }]);
    expect(municipalities).toMatchObject([{ code: world.municipality }]);
    expect(officers).toEqual([{ id: former.accountId, name: former.name, worksHere: false }]);
  });
});

/** One example of each filter. */
const examples: readonly InboxFilter[] = [
  { school: { kind: "school", code: "01ZZ" } },
  { school: { kind: "location", sector: "VO", code: "01ZZ00" } },
  { type: "holiday_truancy" },
  { municipality: "0344" },
  { regime: "compulsory" },
  { officerId: "0199aaaa-0000-7000-8000-000000000000" },
  { officerId: null },
  { status: "in_progress" },
  { filedFrom: calendarDate.parse("2026-04-01"), filedUntil: calendarDate.parse("2026-04-03") },
  { isUrgent: true },
  { isUnread: true },
  { isWaiting: true },
  { isFollowed: true },
];

describe("at size", () => {
  beforeAll(async () => {
    world = await aWorld();
    const elsewhere = await aWorld();
    const [{ id }, other] = [await aFiledReport(world), await aFiledReport(elsewhere)];
    await copiesOf(id, 1200);
    await copiesOf(other.id, 14_000);
    await counted("reports", "messages");
  }, 60_000);

  test("no list reads the whole table, with any two filters", { timeout: 120_000 }, async () => {
    const pairs = examples.flatMap((one, at) => examples.slice(at).map((other) => ({ ...one, ...other })));
    for (const view of inboxViewCodes) {
      for (const filter of pairs) {
        const plan = await planOf(idsSql(world.officer, thursday, { view, filter, after: null, most: 51 }));
        expect.soft(plan, `${view} ${JSON.stringify(writeInboxFilter(filter))}`).not.toMatch(/Seq Scan on reports/);
      }
    }
  });

  async function planOf(sql: Prisma.Sql): Promise<string> {
    const rows = await ask<{ "QUERY PLAN": string }>(Prisma.sql`EXPLAIN ${sql}`);
    return rows.map((row) => row["QUERY PLAN"]).join("\n");
  }
});

describe("an address", () => {
  test("keeps every filter, and asks for nothing that is no choice", () => {
    for (const filter of examples) {
      expect(readInboxFilter(writeInboxFilter(filter))).toEqual({ ...readInboxFilter({}), ...filter });
    }
    const nonsense = { school: "'; --", soort: "x", gemeente: "12", plicht: "toString", bij: "wie", status: "weg" };
    expect(writeInboxFilter(readInboxFilter({ ...nonsense, van: "31-2-2026", tot: "morgen", spoed: "nee" }))).toEqual(
      {},
    );
  });
});
