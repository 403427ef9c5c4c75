import { beforeAll, describe, expect, test } from "vitest";
import { recordAction } from "@/lib/casework/commands/record-action.server";
import { referReport } from "@/lib/casework/commands/refer-report.server";
import { changesAnswer, eventsAnswer, listAnswer, reportAnswer } from "@/lib/couplings/answers";
import { prisma } from "@/lib/db/client.server";
import { now } from "@/lib/shared/clock";
import { withClient } from "@/prisma/roles";
import { apiOf, aToken } from "@/tests/support/api";
import { testDeskUrl } from "@/tests/support/database";
import { officerOf } from "@/tests/support/viewers";
import { aFiledReport, anAccount, aStudent, aWorld, type World } from "@/tests/support/world";

let world: World;
let school: ReturnType<typeof apiOf>;
let office: ReturnType<typeof apiOf>;
let stranger: ReturnType<typeof apiOf>;
let strangeOffice: ReturnType<typeof apiOf>;

beforeAll(async () => {
  world = await aWorld();
  const elsewhere = await aWorld();
  school = apiOf(await aToken(world.brin, "reports:file", "reports:read", "changes:read"));
  office = apiOf(await aToken(world.office.code, "reports:handle", "reports:read", "changes:read"));
  stranger = apiOf(await aToken(elsewhere.brin, "reports:file", "reports:read", "changes:read"));
  strangeOffice = apiOf(await aToken(elsewhere.office.code, "reports:handle"));
});

const separate = { separate: true };
const closing = { status: "closed", closeReason: "back_to_school", closeNote: "student_seen" };

describe("reading", () => {
  test("the school sees its report with a mark of its version, and no number", async () => {
    const { reference } = await aFiledReport(world, { ...separate, explanation: "Zegt niets." });
    const response = await school.read(reference);
    const view = reportAnswer.parse(await response.json());
    expect(response.headers.get("etag")).toBe('"1"');
    expect(view).toMatchObject({ reference, explanation: "Zegt niets.", assignment: { outcome: "assigned" } });
    expect(view.student).not.toHaveProperty("number");
  });

  test("the office is named with its code when filed, when read and in the list; of a protected student never", async () => {
    const { brin, municipality } = world;
    const home = { brin, municipality, locationId: world.school.location.id };
    const aProtected = await aStudent({ ...home, kind: "protected" });
    const filed = await aFiledReport(world, separate);
    const hidden = await aFiledReport(world, { ...separate, student: { number: aProtected } });
    const office = { code: world.office.code, name: world.office.name };
    expect(filed.assignment.office).toEqual(office);
    const read = async (reference: string) => reportAnswer.parse(await (await school.read(reference)).json());
    expect((await read(filed.reference)).assignment.office).toMatchObject(office);
    expect((await read(hidden.reference)).assignment.office).toBeNull();
    const { reports } = listAnswer.parse(await (await school.list()).json());
    const inList = (reference: string) => reports.find((line) => line.reference === reference)?.office;
    expect(inList(filed.reference)).toEqual(office);
    expect(inList(hidden.reference)).toBeNull();
  });

  test("the office sees the number, and that it did is on the access log", async () => {
    const { reference, id } = await aFiledReport(world, separate);
    const view = reportAnswer.parse(await (await office.read(reference)).json());
    expect(view.student.number).toBe(world.studentNumber);
    const acts = await prisma.auditEntry.findMany({ where: { objectId: id, actorKind: "client" } });
    expect(acts.map(({ action }) => action).sort()).toEqual(["report:read", "student-number:read"]);
  });

  test("a report of others is as absent as one that is not there", async () => {
    const { reference } = await aFiledReport(world, separate);
    const answers = [
      await stranger.read(reference),
      await stranger.read("V-2026-AAAAAAA"),
      await stranger.read("1 OR 1=1"),
    ];
    const bodies = await Promise.all(answers.map((response) => response.json()));
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    const [first, ...others] = bodies.map(({ traceId: _, ...rest }) => rest);
    for (const other of others) expect(other).toEqual(first);
  });

  test("a timeline tells each event in a sentence and in codes", async () => {
    const { reference } = await aFiledReport(world, separate);
    await office.setStatus(reference, { status: "in_progress" });
    const { events } = eventsAnswer.parse(await (await school.events(reference)).json());
    expect(events.map(({ kind }) => kind)).toEqual(["filed", "routed", "taken_up"]);
    expect(events.every(({ sentence }) => /^\S.*\.$/.test(sentence))).toBe(true);
  });

  test("of an act of another body nobody hears which, who or when", async () => {
    const { reference } = await aFiledReport(world, separate);
    await recordAction(world.officer, { reference, intervention: "halt" }, now());
    for (const reader of [school, office]) {
      const text = await (await reader.events(reference)).text();
      const { events } = eventsAnswer.parse(JSON.parse(text));
      expect(events.at(-1)).toMatchObject({ sentence: "In behandeling bij een andere instantie.", data: {} });
      expect(text.toLowerCase()).not.toContain("halt");
    }
  });
});

describe("handling by the system of an office", () => {
  test("taking up, noting, closing and taking up again with a reason", async () => {
    const { reference } = await aFiledReport(world, separate);
    const contact = { name: "J. de Vries", email: "j@gemeente.example", phone: "050 1234567" };
    expect((await office.setStatus(reference, { status: "in_progress", contact })).status).toBe(200);
    expect((await office.setStatus(reference, { status: "noted" })).status).toBe(200);
    expect((await office.setStatus(reference, closing)).status).toBe(200);
    expect((await office.setStatus(reference, { status: "in_progress" })).status).toBe(422);
    expect((await office.setStatus(reference, { status: "in_progress", reason: "Toch weer weg." })).status).toBe(200);
    const { events } = eventsAnswer.parse(await (await school.events(reference)).json());
    expect(events.map(({ kind }) => kind)).toEqual([
      "filed",
      "routed",
      "taken_up",
      "acted",
      "noted",
      "closed",
      "reopened",
    ]);
    expect(events[3]?.words).toContain("J. de Vries");
  });

  test.each([
    [{ status: "closed" }, 422, "closeReason", "close-reason-missing"],
    [{ status: "closed", closeReason: "back_to_school" }, 422, "closeNote", "close-note-missing"],
    [{ ...closing, closeReason: "tired" }, 422, "closeReason", "choice-unknown"],
    [{ ...closing, closeNote: "tired" }, 422, "closeNote", "choice-unknown"],
    [{ status: "noted", closeReason: "back_to_school" }, 422, "closeReason", "only-when-closing"],
    [{ status: "in_progress", closeNote: "student_seen" }, 422, "closeNote", "only-when-closing"],
    [{ ...closing, reason: "Toch weer weg." }, 422, "reason", "only-when-reopening"],
    [{ status: "withdrawn" }, 422, "status", "status-unknown"],
    [{ status: 3 }, 400, "status", "status-unknown"],
    [{}, 400, "status", "status-unknown"],
    [{ ...closing, colour: "red" }, 400, "colour", "field-unknown"],
  ])("%j is refused with %i at %s, and nothing changes", async (body, status, field, code) => {
    const { reference } = await aFiledReport(world, separate);
    const response = await office.setStatus(reference, body);
    expect(response.status).toBe(status);
    expect((await response.json()).errors[0]).toMatchObject({ field, code });
    expect((await office.read(reference)).headers.get("etag")).toBe('"1"');
  });

  test("a school may not, and a stranger finds nothing", async () => {
    const { reference } = await aFiledReport(world, separate);
    expect((await school.setStatus(reference, closing)).status).toBe(403);
    expect((await strangeOffice.setStatus(reference, closing)).status).toBe(404);
  });

  test("a move that is not there is 409, and names the status", async () => {
    const { reference } = await aFiledReport(world, separate);
    await school.withdraw(reference, { reason: "Vergissing." });
    const response = await office.setStatus(reference, closing);
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({ code: "move-not-possible" });
  });
});

describe("93: If-Match", () => {
  test.each(['"7"', '"x"', "7", 'W/"1"'])("%s is stale: 412, and nothing changes", async (mark) => {
    const { reference } = await aFiledReport(world, separate);
    const response = await office.setStatus(reference, closing, { "if-match": mark });
    expect(response.status).toBe(412);
    expect(await response.json()).toMatchObject({ code: "report-changed" });
    expect((await office.read(reference)).headers.get("etag")).toBe('"1"');
  });

  test.each(['"1"', "*"])("%s goes on, and the answer has the new mark", async (mark) => {
    const { reference } = await aFiledReport(world, separate);
    const response = await office.setStatus(reference, closing, { "if-match": mark });
    expect(response.status).toBe(200);
    expect(response.headers.get("etag")).toBe('"2"');
  });
});

describe("correcting and withdrawing by the school", () => {
  test("the student is back: the last day stands on the report and on its timeline", async () => {
    const { reference } = await aFiledReport(world, { ...separate, lastDay: undefined });
    expect((await school.correct(reference, { lastDay: "2026-04-20" })).status).toBe(200);
    expect(reportAnswer.parse(await (await school.read(reference)).json()).lastDay).toBe("2026-04-20");
  });

  test.each([
    [{}, 422, "nothing-changed"],
    [{ reasonCode: "motivation" }, 422, "nothing-changed"],
    [{ firstDay: "2026-04-01" }, 400, "field-fixed"],
    [{ type: "late_arrival", reasonCode: "truancy" }, 400, "field-fixed"],
    [{ colour: "red" }, 400, "field-unknown"],
    [{ lastDay: "2020-01-01" }, 422, "last-day-before-first"],
    [{ lastDay: 5 }, 400, "invalid"],
  ])("%j is refused with %i, and nothing changes", async (body, status, code) => {
    const { reference } = await aFiledReport(world, separate);
    const response = await school.correct(reference, body);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ code });
    expect((await school.read(reference)).headers.get("etag")).toBe('"1"');
  });

  test("who asks for another first day hears that it stands, and what to do", async () => {
    const { reference } = await aFiledReport(world, separate);
    const { errors } = await (await school.correct(reference, { firstDay: "2026-04-01" })).json();
    expect(errors).toMatchObject([{ field: "firstDay", detail: expect.stringMatching(/niet meer .*Trek .* in/) }]);
  });

  test("hours of one day that are there twice are refused at the hours, and nothing changes", async () => {
    const { reference } = await aFiledReport(world, separate);
    const day = "2026-04-14";
    const hours = [
      { day, lessons: [1] },
      { day, hours: 2 },
    ];
    const response = await school.correct(reference, { hours });
    expect(response.status).toBe(422);
    expect((await response.json()).errors).toMatchObject([{ field: "hours", code: "day-twice" }]);
    expect((await school.read(reference)).headers.get("etag")).toBe('"1"');
  });

  test("a withdrawal needs a reason, is final, and is not for others", async () => {
    const { reference } = await aFiledReport(world, separate);
    expect((await school.withdraw(reference, {})).status).toBe(400);
    expect((await school.withdraw(reference, { reason: " " })).status).toBe(422);
    expect((await stranger.withdraw(reference, { reason: "x" })).status).toBe(404);
    expect((await office.withdraw(reference, { reason: "x" })).status).toBe(403);
    expect((await school.withdraw(reference, { reason: "Vergissing." })).status).toBe(200);
    expect((await school.withdraw(reference, { reason: "Nog eens." })).status).toBe(409);
  });
});

describe("lists", () => {
  test("go on page by page in the order of change, and show each report once", async () => {
    const busy = await aWorld();
    const api = apiOf(await aToken(busy.brin, "reports:read"));
    for (let count = 0; count < 103; count += 1) await aFiledReport(busy, separate);
    const first = listAnswer.parse(await (await api.list()).json());
    const second = listAnswer.parse(await (await api.list(`?cursor=${first.nextCursor}`)).json());
    const all = [...first.reports, ...second.reports];
    expect([first.reports.length, second.reports.length, second.nextCursor]).toEqual([100, 3, null]);
    expect(new Set(all.map(({ reference }) => reference)).size).toBe(103);
    expect(all.map(({ changedAt }) => changedAt)).toEqual(all.map(({ changedAt }) => changedAt).sort());
  });

  test("hold what changed since, in the statuses asked, and never a name", async () => {
    const { reference } = await aFiledReport(world, separate);
    await office.setStatus(reference, closing);
    const since = new Date(Date.now() - 60_000).toISOString();
    const text = await (await school.list(`?changedSince=${since}&status=closed,noted`)).text();
    const { reports } = listAnswer.parse(JSON.parse(text));
    expect(reports.map((line) => line.reference)).toContain(reference);
    expect(reports.every(({ status }) => status === "closed" || status === "noted")).toBe(true);
    expect(text).not.toContain("Boer");
  });

  test("95: a cursor of another client, of another list or altered gives nothing", async () => {
    await aFiledReport(world, separate);
    const { nextCursor } = changesAnswer.parse(await (await school.changes()).json());
    const altered = `x${nextCursor}`;
    const answers = [
      await office.changes(`?cursor=${nextCursor}`),
      await school.list(`?cursor=${nextCursor}`),
      await school.changes(`?cursor=${altered}`),
    ];
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 400]);
    expect(await answers[0]?.json()).toMatchObject({ code: "cursor-invalid" });
  });
});

test("the feed tells what happened after the cursor, once, and nothing of others", async () => {
  const quiet = await aWorld();
  const api = apiOf(await aToken(quiet.brin, "reports:read", "changes:read"));
  expect(changesAnswer.parse(await (await api.changes()).json())).toEqual({
    changes: [],
    nextCursor: null,
    hasMore: false,
  });
  const { reference } = await aFiledReport(quiet, { ownReference: "VB-7" });
  await aFiledReport(world, separate);
  const first = changesAnswer.parse(await (await api.changes()).json());
  expect(first.changes).toMatchObject([
    { reference, ownReference: "VB-7", kind: "filed" },
    { reference, kind: "routed" },
  ]);
  const second = changesAnswer.parse(await (await api.changes(`?cursor=${first.nextCursor}`)).json());
  expect(second).toEqual({ changes: [], nextCursor: first.nextCursor, hasMore: false });
});

test("the feed waits for whoever is still writing, so that no event is stored behind a reader's back", async () => {
  const quiet = await aWorld();
  const api = apiOf(await aToken(quiet.brin, "reports:read", "changes:read"));
  await withClient(testDeskUrl(), async (other) => {
    await other.query("BEGIN");
    await other.query("SELECT pg_current_xact_id()");
    await aFiledReport(quiet);
    expect(changesAnswer.parse(await (await api.changes()).json()).changes).toEqual([]);
    await other.query("COMMIT");
  });
  expect(changesAnswer.parse(await (await api.changes()).json()).changes).toHaveLength(2);
});

test("that the report of a protected student went to another office stands in no feed and no timeline of the school", async () => {
  const [from, to] = [await aWorld(), await aWorld()];
  const { municipality, brin } = from;
  const studentNumber = await aStudent({
    municipality,
    brin,
    locationId: from.school.location.id,
    kind: "protected",
  });
  const { reference } = await aFiledReport({ ...from, studentNumber });
  const named = { role: "officer", protectedCases: true } as const;
  await anAccount(to.office.id, "officer", named);
  const officer = officerOf(from.office.id, { ...(await anAccount(from.office.id, "officer", named)), ...named });
  const referral = { reference, officeCode: to.office.code, reason: "lives-elsewhere" } as const;
  expect(await referReport(officer, referral, now())).toMatchObject({ ok: true });
  const api = apiOf(await aToken(brin, "reports:read", "changes:read"));
  const { changes } = changesAnswer.parse(await (await api.changes()).json());
  expect(changes.map(({ kind }) => kind)).toEqual(["filed", "routed"]);
  const { events } = eventsAnswer.parse(await (await api.events(reference)).json());
  expect(events.map(({ kind }) => kind)).toEqual(["filed", "routed"]);
});
