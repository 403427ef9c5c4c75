import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { changedAnswer, filedAnswer, problemAnswer } from "@/lib/couplings/answers";
import { dayOf } from "@/lib/shared/calendar-date";
import { apiOf, aToken } from "@/tests/support/api";
import { aFiledReport, aWorld, type World } from "@/tests/support/world";

let world: World;

beforeAll(async () => {
  world = await aWorld();
});

/** An API under a new client every twenty calls, so that no limit on a client's haste or misses stands in between. */
function tireless(open: () => Promise<string>) {
  let [calls, api] = [0, apiOf("")];
  return async () => {
    if (calls++ % 20 === 0) api = apiOf(await open());
    return api;
  };
}

const school = tireless(() => aToken(world.brin, "reports:file", "reports:read"));
const office = tireless(() => aToken(world.office.code, "reports:handle", "reports:read"));

const runs = { numRuns: 150 };

type Fields = Readonly<Record<string, unknown>>;

/** Values that break what was written for others: signs, sizes, shapes, texts of nothing. */
const strange = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.constantFrom(
    "",
    " ",
    "\u0000",
    "null",
    "2026-02-30",
    "9999-12-31",
    "0000-01-01",
    "1e9",
    -0,
    1e308,
    2 ** 53,
    [[]],
    [{}],
    {},
  ),
);

/** A body with some of its fields replaced, left out or made up. */
function spoiled(body: Fields) {
  const change = fc.record({ field: fc.oneof(fc.constantFrom(...Object.keys(body)), fc.string()), value: strange });
  return fc.array(change, { minLength: 1, maxLength: 3 }).map((changes) => ({
    ...body,
    ...Object.fromEntries(changes.map(({ field, value }) => [field, value])),
  }));
}

const everyField = (): Fields => ({
  school: { brin: world.brin, location: "00", sector: "VO" },
  student: { number: world.studentNumber },
  type: "sixteen_hours_in_four_weeks",
  firstDay: dayOf(new Date()),
  lastDay: dayOf(new Date()),
  hours: [{ day: dayOf(new Date()), lessons: [1, 2] }],
  arrivals: undefined,
  reasonCode: "truancy",
  reason: "x",
  explanation: "x",
  schoolActions: ["parents_called"],
  schoolActionsNote: "x",
  actionWanted: false,
  noActionReason: "x",
  urgent: { reason: "x" },
  contact: { name: "A", email: "a@b.nl" },
  parentPhone: "0612345678",
  stay: { postcode: "1234AB", houseNumber: "1" },
  ownReference: "x",
  followUpTo: "V-2026-7K4QX9M",
  separate: true,
});

async function expectKnownAnswer(response: Response, done: { parse: (body: unknown) => unknown }) {
  const body: unknown = await response.json();
  expect(response.status, JSON.stringify(body)).toBeLessThan(429);
  if (response.status < 300) done.parse(body);
  else problemAnswer.parse(body);
}

test("whatever a report holds, it is filed or refused with a code", async () => {
  await fc.assert(
    fc.asyncProperty(spoiled({ ...everyField(), followUpTo: undefined }), async (body) => {
      await expectKnownAnswer(await (await school()).file(body, { "idempotency-key": randomUUID() }), filedAnswer);
    }),
    runs,
  );
}, 60_000);

test("whatever a correction, a withdrawal or a status holds, it is done or refused with a code", async () => {
  const { reference } = await aFiledReport(world, { separate: true });
  const correction = { lastDay: "2026-04-20", reason: "x", contact: { name: "A", email: "a@b.nl" }, arrivals: [] };
  const status = {
    status: "closed",
    closeReason: "back_to_school",
    closeNote: "student_seen",
    reason: "x",
    contact: {},
  };
  await fc.assert(
    fc.asyncProperty(spoiled(correction), spoiled(status), spoiled({ reason: "x" }), async (first, second, third) => {
      await expectKnownAnswer(await (await school()).correct(reference, first), changedAnswer);
      await expectKnownAnswer(await (await office()).setStatus(reference, second), changedAnswer);
      const other = await aFiledReport(world, { separate: true });
      await expectKnownAnswer(await (await school()).withdraw(other.reference, third), changedAnswer);
    }),
    { numRuns: 60 },
  );
}, 60_000);

test("whatever stands in an address or a question, it is answered or refused with a code", async () => {
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom("..%2f", "%00", "1 OR 1=1", "V-2026-7K4QX9M;.css"),
  );
  await fc.assert(
    fc.asyncProperty(text, fc.webQueryParameters(), async (reference, query) => {
      for (const response of [await (await school()).read(reference), await (await school()).events(reference)]) {
        expect(response.status).toBe(404);
      }
      expect((await (await school()).list(`?${query}`)).status).toBeLessThan(429);
    }),
    runs,
  );
}, 60_000);
