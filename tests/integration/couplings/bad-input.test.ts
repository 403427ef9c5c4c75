import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { problemAnswer } from "@/lib/couplings/answers";
import { prisma } from "@/lib/db/client.server";
import { addDays, dayOf } from "@/lib/shared/calendar-date";
import { apiOf, aToken } from "@/tests/support/api";
import { aWorld, type World } from "@/tests/support/world";

let world: World;
let api: ReturnType<typeof apiOf>;

beforeAll(async () => {
  world = await aWorld();
  api = apiOf(await aToken(world.brin, "reports:file", "reports:read", "changes:read"));
});

const today = dayOf(new Date());

const aBody = () => ({
  school: { brin: world.brin, location: "00" },
  student: { number: world.studentNumber },
  type: "other_absence",
  firstDay: today,
  reasonCode: "motivation",
});

/** The body with one part replaced, by its path. */
const withPart = (path: string, value: unknown) => () => {
  const body = structuredClone<Record<string, unknown>>(aBody());
  const [first = "", second] = path.split(".");
  const inner = body[first];
  if (second === undefined) body[first] = value;
  else body[first] = { ...(typeof inner === "object" ? inner : {}), [second]: value };
  return body;
};

const number = (value: unknown) => withPart("student.number", value);
const days = (count: number) => addDays(today, count);
const raw = (text: (body: string) => string) => () => text(JSON.stringify(aBody()));
const nested = (depth: number) => `${"[".repeat(depth)}${"]".repeat(depth)}`;

type Row = readonly [what: string, body: () => unknown, status: number, code: string, field?: string | undefined];

/** Trust 2.5, the rows of A and E that a report sent by a system can meet. */
const rows: readonly Row[] = [
  ["1: a number that lost its zero", number("12345678"), 422, "student-number-length", "student.number"],
  ["2: a number that fails the eleven-test", number("123456789"), 422, "student-number-invalid", "student.number"],
  ["3: nine zeros", number("000000000"), 422, "student-number-invalid", "student.number"],
  ["7: a number that a spreadsheet made a quantity", number("1,23E+08"), 422, "student-number-excel", "student.number"],
  ["8: a number of nobody", number("999999990"), 422, "student-unknown", "student.number"],
  ["11: text that runs backwards", withPart("reason", "abc\u202Edef"), 422, "text-sign-invalid", "reason"],
  ["11: a zero byte", withPart("explanation", "a\u0000b"), 422, "text-sign-invalid", "explanation"],
  ["10: thirty marks on one letter", withPart("reason", `a${"\u0301".repeat(30)}`), 422, "text-sign-invalid", "reason"],
  ["12: a reason of spaces", withPart("urgent", { reason: "   " }), 422, "text-missing", "urgent.reason"],
  [
    "16: an explanation that is too long",
    withPart("explanation", "x".repeat(10_001)),
    422,
    "text-too-long",
    "explanation",
  ],
  ["18: a day that does not exist", withPart("firstDay", "2026-02-30"), 422, "date-invalid", "firstDay"],
  ["20: a day in another order", withPart("firstDay", "03/04/2026"), 422, "date-invalid", "firstDay"],
  ["21: an end before the start", withPart("lastDay", "2020-01-01"), 422, "last-day-before-first", "firstDay"],
  ["22: a day that is still to come", withPart("firstDay", days(1)), 422, "day-in-future", "firstDay"],
  ["22: a day more than a year ago", withPart("firstDay", days(-366)), 422, "day-too-long-ago", "firstDay"],
  ["24: hours below zero", withPart("hours", [{ day: today, hours: -1 }]), 422, "hours-invalid", "hours.0.hours"],
  [
    "24: a thousand million hours",
    withPart("hours", [{ day: today, hours: 1e9 }]),
    422,
    "hours-invalid",
    "hours.0.hours",
  ],
  ["24: no hours at all", withPart("hours", [{ day: today }]), 422, "hours-one-way", "hours.0"],
  ["24: hours as a text", withPart("hours", [{ day: today, hours: "12.5" }]), 400, "invalid", "hours.0.hours"],
  [
    "24: the thirteenth lesson",
    withPart("hours", [{ day: today, lessons: [13] }]),
    422,
    "lesson-invalid",
    "hours.0.lessons.0",
  ],
  ["26: a reason that is on no list", withPart("reasonCode", "boredom"), 422, "reason-missing", "reasonCode"],
  ["26: a type that is on no list", withPart("type", "holiday"), 422, "type-missing", "type"],
  ["29: a code that is no BRIN", withPart("school.brin", "XX99"), 422, "brin-invalid", "school.brin"],
  [
    "30: a location that the school has not",
    withPart("school.location", "77"),
    422,
    "location-unknown",
    "school.location",
  ],
  [
    "31: an address without a domain",
    withPart("contact", { name: "A", email: "a@b" }),
    422,
    "email-invalid",
    "contact.email",
  ],
  [
    "31: an address with quotes",
    withPart("contact", { name: "A", email: '"e@evil.nl"@school.nl' }),
    422,
    "email-invalid",
    "contact.email",
  ],
  [
    "31: an address with a line end",
    withPart("contact", { name: "A", email: "a@b.nl\r\nBcc: c@d.nl" }),
    422,
    "email-invalid",
    "contact.email",
  ],
  [
    "31: an address with a full-width sign",
    withPart("contact", { name: "A", email: "x＠y.nl" }),
    422,
    "email-invalid",
    "contact.email",
  ],
  ["what the type does not ask", withPart("arrivals", [{ day: today, minutes: 5 }]), 422, "not-asked", "arrivals"],
  [
    "a follow-up to a report that is not there",
    withPart("followUpTo", "V-2026-7K4QX9M"),
    422,
    "follow-up-unknown",
    "followUpTo",
  ],
  ["a day absent", withPart("firstDay", undefined), 422, "first-day-missing", "firstDay"],
  ["89: broken JSON", raw((body) => body.slice(0, -1)), 400, "json-invalid"],
  ["89: an empty body", () => "", 400, "json-invalid"],
  ["89: a thousand deep", raw((body) => body.replace("{", `{"x":${nested(1_000)},`)), 400, "json-invalid"],
  ["89: sixty thousand deep", () => nested(60_000), 400, "json-invalid"],
  ["89: twenty megabytes", () => `"${"x".repeat(20 * 1024 * 1024)}"`, 413, "body-too-large"],
  [
    "90: a key that stands there twice",
    raw((body) => body.replace("{", '{"type":"late_arrival",')),
    400,
    "json-invalid",
  ],
  [
    "90: a key that stands there twice, once as an escape",
    raw((body) => body.replace("{", '{"typ\\u0065":"late_arrival",')),
    400,
    "json-invalid",
  ],
  ["90: __proto__", raw((body) => body.replace("{", '{"__proto__":{"urgent":true},')), 400, "json-invalid"],
  ["90: constructor", raw((body) => body.replace("{", '{"constructor":{"prototype":{}},')), 400, "json-invalid"],
  ["90: a field that is not known", withPart("colour", "red"), 400, "field-unknown", "colour"],
  ["90: a field that is not known, deeper", withPart("student.name", "x"), 400, "field-unknown", "student.name"],
  ["91: an operator for a number", number({ not: "" }), 400, "student-number-invalid", "student.number"],
  ["91: a list for a text", withPart("reason", ["a"]), 400, "invalid", "reason"],
  ["91: a number for a text", withPart("firstDay", 20260401), 400, "invalid", "firstDay"],
  ["91: a number for a code", withPart("reasonCode", 3), 400, "reason-missing", "reasonCode"],
  ["91: null for a text", withPart("ownReference", null), 400, "invalid", "ownReference"],
  ["91: a text for a yes or no", withPart("separate", "true"), 400, "invalid", "separate"],
  ["91: absent", withPart("student", undefined), 400, "required", "student"],
  ["91: a list for everything", () => [], 400, "invalid"],
  ["91: null for everything", () => "null", 400, "invalid"],
];

test.each(rows.map(([what, body, status, code, field]) => ({ what, body, status, code, field })))(
  "$what",
  async (row) => {
    const { body, status, code, field } = row;
    const before = await prisma.report.count();
    const began = performance.now();
    const response = await api.file(body());
    expect(performance.now() - began).toBeLessThan(2_000);
    const problem = problemAnswer.parse(await response.json());
    expect({ status: response.status, code: problem.code }).toEqual({ status, code });
    expect(response.headers.get("content-type")).toMatch(/^application\/problem\+json/);
    expect(response.headers.get("cache-control")).toBe("private, no-store");
    if (field !== undefined) expect(problem.errors[0]).toMatchObject({ field, code });
    expect(problem.detail).toMatch(/^[A-Z].*[.?]$/);
    expect(await prisma.report.count()).toBe(before);
  },
);

const accepted: readonly (readonly [string, () => unknown])[] = [
  ["5: a number with spaces and dots", () => spaced(world.studentNumber)],
  ["6: a number in full-width digits", () => wide(world.studentNumber)],
];

function spaced(text: string): string {
  return `${text.slice(0, 4)} ${text.slice(4, 6)}.${text.slice(6)}`;
}

function wide(text: string): string {
  return text.replaceAll(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
}

test.each(accepted)("%s is read as the number it is", async (_what, written) => {
  const response = await api.file({ ...number(written())(), separate: true });
  expect(response.status).toBe(201);
});

test.each([
  "Null",
  "<script>alert(1)</script>",
  `{{7*7}} $${"{x}"}`,
  "'; DROP TABLE reports; --",
  "%_",
  "'t Hooft d'Àrcy-Ölçer",
])("13 to 15: %s is words like any other, and comes back as it was sent", async (reason) => {
  const filed = await (await api.file({ ...aBody(), reason, separate: true })).json();
  const view = await (await api.read(filed.reference)).json();
  expect(view.reason).toBe(reason.normalize("NFC"));
});

describe("92: a key", () => {
  test.each([
    ["missing", {}, "idempotency-key-missing"],
    ["empty", { "idempotency-key": "" }, "idempotency-key-missing"],
    ["of 300 signs", { "idempotency-key": "k".repeat(300) }, "idempotency-key-invalid"],
    ["with signs that nobody sees", { "idempotency-key": "a\u00a0b" }, "idempotency-key-invalid"],
  ])("%s is 400", async (_what, headers, code) => {
    const response = await api.file(aBody(), headers);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code });
  });
});

test.each([
  ["text/plain", {}],
  ["application/json; charset=utf-16", {}],
  ["multipart/form-data; boundary=x", {}],
  ["application/x-www-form-urlencoded", {}],
  ["", {}],
  ["application/json", { "content-encoding": "gzip" }],
])("94: %s %j is 415", async (type, more) => {
  const response = await api.file(aBody(), { "idempotency-key": randomUUID(), "content-type": type, ...more });
  expect(response.status).toBe(415);
  expect(await response.json()).toMatchObject({ code: "content-type-unsupported" });
});

test("bytes that are no UTF-8 are 400", async () => {
  const { POST } = await import("@/app/api/v1/reports/route");
  const token = await aToken(world.brin, "reports:file");
  const headers = {
    authorization: `Bearer ${token}`,
    "content-type": "application/json",
    "idempotency-key": randomUUID(),
  };
  const body = Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]);
  const request = new Request("http://localhost/api/v1/reports", { method: "POST", headers, body });
  const response = await POST(request, {});
  expect(response.status).toBe(400);
});

test.each([
  ["?status=unknown", 422],
  ["?changedSince=yesterday", 422],
  ["?size=1000000000", 400],
  ["?status=closed&status=noted", 400],
  ["?cursor=abc", 400],
])("45: a question with %s is %i", async (query, status) => {
  const response = await api.list(query);
  expect(response.status).toBe(status);
  problemAnswer.parse(await response.json());
});
