import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { filedAnswer, problemAnswer } from "@/lib/couplings/answers";
import { prisma } from "@/lib/db/client.server";
import { recordStatements } from "@/lib/db/statement-count.server";
import { dayOf } from "@/lib/shared/calendar-date";
import { withClient } from "@/prisma/roles";
import { apiOf, aToken } from "@/tests/support/api";
import { testDeskUrl } from "@/tests/support/database";
import { aStudent, aWorld, type World } from "@/tests/support/world";

let world: World;
let api: ReturnType<typeof apiOf>;

beforeAll(async () => {
  world = await aWorld();
  api = apiOf(await aToken(world.brin, "reports:file", "reports:read"));
});

const today = dayOf(new Date());

/** A report of a new student of this school, so that no test overlaps with another. */
async function aBody(given: Readonly<Record<string, unknown>> = {}) {
  const { id } = world.school.location;
  const number = await aStudent({ municipality: world.municipality, locationId: id, brin: world.brin });
  return {
    school: { brin: world.brin, location: "00" },
    student: { number },
    type: "other_absence",
    firstDay: today,
    reasonCode: "motivation",
    ...given,
  };
}

async function counts() {
  const [reports, events, outbox, replies] = await Promise.all([
    prisma.report.count(),
    prisma.event.count(),
    prisma.outboxMessage.count(),
    prisma.idempotencyKey.count(),
  ]);
  return { reports, events, outbox, replies };
}

test("a report is filed, and its sender hears where it went and why", async () => {
  const response = await api.file(await aBody({ explanation: "'; DROP TABLE reports; --", ownReference: "VB-12" }));
  expect(response.status).toBe(201);
  const filed = filedAnswer.parse(await response.json());
  expect(filed).toMatchObject({
    status: "registered",
    regime: "compulsory",
    assignment: { outcome: "assigned", office: { code: world.office.code }, officer: { name: world.officer.name } },
    links: { self: `/api/v1/reports/${filed.reference}` },
  });
  expect(response.headers.get("location")).toBe(`/api/v1/reports/${filed.reference}`);
  expect(response.headers.get("cache-control")).toBe("private, no-store");
  expect(response.headers.get("x-content-type-options")).toBe("nosniff");
});

test("filing asks the database three times", async () => {
  const body = await aBody();
  await api.file(await aBody());
  const { value, statements } = await recordStatements(() => api.file(body));
  expect(value.status).toBe(201);
  expect(statements.map((statement) => statement.trim().slice(0, 40))).toHaveLength(3);
});

describe("the same key", () => {
  test("with the same body gets the same reply and files once", async () => {
    const [body, headers] = [await aBody(), { "idempotency-key": randomUUID() }];
    const first = await api.file(body, headers);
    const before = await counts();
    const second = await api.file(body, headers);
    expect(second.status).toBe(201);
    expect(second.headers.get("location")).toBe(first.headers.get("location"));
    expect(await second.json()).toEqual(await first.json());
    expect(await counts()).toEqual(before);
  });

  test("with another body is refused, and nothing is filed", async () => {
    const headers = { "idempotency-key": randomUUID() };
    await api.file(await aBody(), headers);
    const before = await counts();
    const response = await api.file(await aBody(), headers);
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ code: "idempotency-key-reused" });
    expect(await counts()).toEqual(before);
  });

  test("fifty times at once files once, and every answer is the same or says that it is busy", async () => {
    const [body, headers] = [await aBody(), { "idempotency-key": randomUUID() }];
    const before = await counts();
    const responses = await Promise.all(Array.from({ length: 50 }, () => api.file(body, headers)));
    expect(responses.filter(({ status }) => status !== 201 && status !== 409)).toEqual([]);
    const answers = await Promise.all(responses.filter(({ status }) => status === 201).map((found) => found.json()));
    expect(new Set(answers.map((found) => JSON.stringify(found))).size).toBe(1);
    expect((await counts()).reports).toBe(before.reports + 1);
  });

  test("after its reply was forgotten, names the report that it made", async () => {
    const [body, headers] = [await aBody(), { "idempotency-key": randomUUID() }];
    const { reference } = filedAnswer.parse(await (await api.file(body, headers)).json());
    await prisma.idempotencyKey.updateMany({ data: { createdAt: new Date(Date.now() - 8 * 86_400_000) } });
    const response = await api.file(body, headers);
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({ code: "already-filed", reference });
  });

  test("may be used again when the first call was refused", async () => {
    const headers = { "idempotency-key": randomUUID() };
    expect((await api.file(await aBody({ reasonCode: "no-such-reason" }), headers)).status).toBe(422);
    expect((await api.file(await aBody(), headers)).status).toBe(201);
  });

  test("of another client is another key", async () => {
    const headers = { "idempotency-key": randomUUID() };
    const other = apiOf(await aToken(world.brin, "reports:file"));
    expect((await api.file(await aBody(), headers)).status).toBe(201);
    expect((await other.file(await aBody(), headers)).status).toBe(201);
  });
});

test("a key whose first call is still at work is 409, and free again when that call came to nothing", async () => {
  const [body, key] = [await aBody(), randomUUID()];
  const client = await prisma.apiClient.findFirstOrThrow({
    where: { organisationId: world.school.id },
    orderBy: { createdAt: "asc" },
  });
  await withClient(testDeskUrl(), async (other) => {
    await other.query("BEGIN");
    const values = [client.id, key, "x", 201, "{}"];
    await other.query("INSERT INTO idempotency_keys VALUES ($1, $2, $3, $4, $5, now())", values);
    const response = await api.file(body, { "idempotency-key": key });
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({ code: "idempotency-key-in-use" });
    await other.query("ROLLBACK");
  });
  expect((await api.file(body, { "idempotency-key": key })).status).toBe(201);
});

describe("overlapping days", () => {
  test("are refused with the earlier report, and accepted as its follow-up or as separate", async () => {
    const body = await aBody();
    const { reference } = filedAnswer.parse(await (await api.file(body)).json());
    const response = await api.file(body);
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({ code: "overlapping-report", reference });
    expect((await api.file({ ...body, followUpTo: reference })).status).toBe(201);
    expect((await api.file({ ...body, separate: true })).status).toBe(201);
  });
});

test("a school of others, there or not, is refused alike and noted on the access log", async () => {
  const elsewhere = await aWorld();
  const refused = { action: "report:file", result: "refused" };
  for (const brin of [elsewhere.brin, "99XX"]) {
    const before = await prisma.auditEntry.count({ where: refused });
    const response = await api.file(await aBody({ school: { brin, location: "00" } }));
    expect(response.status).toBe(403);
    expect(problemAnswer.parse(await response.json()).code).toBe("school-not-yours");
    expect(await prisma.auditEntry.count({ where: refused })).toBe(before + 1);
  }
});

test("a student of another school is as unknown as nobody, and asking for many ends in a wait", async () => {
  const elsewhere = await aWorld();
  const curious = apiOf(await aToken(world.brin, "reports:file"));
  const body = await aBody({ student: { number: elsewhere.studentNumber } });
  const response = await curious.file(body);
  expect(response.status).toBe(422);
  expect(await response.json()).toMatchObject({
    code: "student-unknown",
    errors: [{ field: "student.number", code: "student-unknown" }],
  });
  for (let count = 1; count < 20; count += 1) await curious.file(body);
  const waiting = await curious.file(await aBody());
  expect(waiting.status).toBe(429);
  expect(Number(waiting.headers.get("retry-after"))).toBeGreaterThan(0);
});

test("for a student with a protected address no office, no place and no name is told", async () => {
  const { id } = world.school.location;
  const traits = { municipality: world.municipality, locationId: id, brin: world.brin, kind: "protected" } as const;
  const response = await api.file(await aBody({ student: { number: await aStudent(traits) } }));
  const text = await response.text();
  const filed = filedAnswer.parse(JSON.parse(text));
  expect(filed.assignment).toMatchObject({ office: null, officer: null, because: ["protected"] });
  const told = [text, await (await api.read(filed.reference)).text(), await (await api.events(filed.reference)).text()];
  for (const secret of [world.office.code, world.office.name, `Plaats ${world.municipality}`]) {
    expect(told.join("\n")).not.toContain(secret);
  }
});
