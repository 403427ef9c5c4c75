import { beforeEach, expect, test } from "vitest";
import { askSchool } from "@/lib/conversation/commands/ask-school.server";
import { dropRequest } from "@/lib/conversation/commands/settle-request.server";
import { remindSchools } from "@/lib/conversation/remind.server";
import { prisma } from "@/lib/db/client.server";
import { addDays, startOfDay } from "@/lib/shared/calendar-date";
import { nowAt } from "@/lib/shared/clock";
import { eventColumns, readEvent } from "@/lib/timeline/event-row";
import { aFiledReport, aWorld, thursday, type World } from "@/tests/support/world";

let world: World;
let reference: string;
let reportId: string;

const dueOn = addDays(thursday.today, 7);
const morningOf = (days: number) => nowAt(new Date(startOfDay(addDays(dueOn, days)).getTime() + 7 * 3_600_000));

beforeEach(async () => {
  world = await aWorld();
  ({ id: reportId, reference } = await aFiledReport(world));
  await askSchool(world.officer, { reference, kind: "dates", dueOn }, thursday);
});

/** Whether each reminder says that the term is over, in their order. */
async function reminders(): Promise<readonly boolean[]> {
  const rows = await prisma.event.findMany({
    where: { reportId, kind: "ask_reminded" },
    orderBy: { id: "asc" },
    select: eventColumns,
  });
  for (const { id } of rows) {
    expect(await prisma.outboxMessage.count({ where: { payload: { path: ["eventId"], equals: id } } })).toBe(1);
  }
  return rows.map(readEvent).flatMap((event) => (event.kind === "ask_reminded" ? [event.data.isLate] : []));
}

test("of what the office no longer asks a school is not reminded", async () => {
  const { id } = await prisma.request.findFirstOrThrow({ where: { reportId } });
  expect(await dropRequest(world.officer, { reference, request: id }, thursday)).toMatchObject({ ok: true });
  for (const days of [-1, 1]) await remindSchools(morningOf(days));
  expect(await reminders()).toEqual([]);
});

test("a school is reminded on the working day before the last one, and not earlier or twice", async () => {
  await remindSchools(morningOf(-2));
  expect(await reminders()).toEqual([]);
  await Promise.all([remindSchools(morningOf(-1)), remindSchools(morningOf(-1))]);
  await remindSchools(morningOf(-1));
  await remindSchools(morningOf(0));
  expect(await reminders()).toEqual([false]);
});

test("a school is reminded once more when the term is over, and after that never again", async () => {
  await remindSchools(morningOf(-1));
  await Promise.all([remindSchools(morningOf(1)), remindSchools(morningOf(1))]);
  for (const days of [1, 2, 20]) await remindSchools(morningOf(days));
  expect(await reminders()).toEqual([false, true]);
});
