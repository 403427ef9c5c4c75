import { beforeAll, expect, test } from "vitest";
import { askSchool } from "@/lib/conversation/commands/ask-school.server";
import { askInput } from "@/lib/conversation/inputs";
import { prisma } from "@/lib/db/client.server";
import { withdrawReport } from "@/lib/reports/commands/withdraw-report.server";
import { addDays, type CalendarDate, startOfDay } from "@/lib/shared/calendar-date";
import { nowAt } from "@/lib/shared/clock";
import { keepFigures } from "@/lib/statistics/keep-figures.server";
import { aFiledReport, aWorld, type World } from "@/tests/support/world";

const filedOn = "2026-04-23" as CalendarDate;
const after = (days: number) => nowAt(new Date(startOfDay(addDays(filedOn, days)).getTime() + 15 * 3_600_000));

let world: World;
let first: Awaited<ReturnType<typeof aFiledReport>>;

beforeAll(async () => {
  world = await aWorld();
  first = await aFiledReport(world);
});

const idOf = async (reference: string) => (await prisma.report.findUniqueOrThrow({ where: { reference } })).id;

async function factOn(days: number, reference = first.reference) {
  await keepFigures(after(days));
  return prisma.figureFact.findUniqueOrThrow({ where: { id: await idOf(reference) } });
}

test("how long a report is open goes on by the clock, until it is not open any more", async () => {
  for (const [days, openFor] of [
    [6, "up_to_week"],
    [7, "up_to_4_weeks"],
    [28, "up_to_12_weeks"],
    [84, "longer"],
  ] as const) {
    expect(await factOn(days)).toMatchObject({ openFor });
    const cell = await prisma.figureCell.findFirst({
      where: { level: "country", period: "2025-2026", breakdown: "open_for", code: openFor },
    });
    expect(cell?.reportCount).toBeGreaterThan(0);
  }
});

test("a question to the school counts", async () => {
  expect(await factOn(84)).toMatchObject({ wasAsked: false });
  const input = askInput.parse({ reference: first.reference, kind: "absence_sheet", dueOn: addDays(filedOn, 100) });
  expect((await askSchool(world.officer, input, after(84))).ok).toBe(true);
  expect(await factOn(84)).toMatchObject({ wasAsked: true });
  const cells = await prisma.figureCell.findMany({ where: { level: "country", breakdown: "all" } });
  expect(cells.map(({ askedCount, sheetCount }) => [askedCount, sheetCount])).toEqual(cells.map(() => [1, 0]));
});

test("twelve weeks after a report it is told whether another one followed, and told anew when that is withdrawn", async () => {
  expect(await factOn(84)).toMatchObject({ isReportedAgain: null });
  expect(await factOn(85)).toMatchObject({ isReportedAgain: false });
  const other = await aWorld();
  const again = await aFiledReport(
    world,
    { firstDay: addDays(filedOn, 70), lastDay: addDays(filedOn, 71), separate: true },
    after(80),
  );
  await aFiledReport(other, {}, after(80));
  expect(await factOn(86)).toMatchObject({ isReportedAgain: true });
  expect(await factOn(86, again.reference)).toMatchObject({ isReportedAgain: null });
  await withdrawReport(world.reporter, { reference: again.reference, reason: "Per ongeluk." }, after(87));
  expect(await factOn(87)).toMatchObject({ isReportedAgain: false });
});

test("a report of long ago is counted with what followed it at once", async () => {
  const { studentId } = await prisma.report.findUniqueOrThrow({ where: { reference: first.reference } });
  await prisma.figureFact.deleteMany();
  expect(await factOn(200)).toMatchObject({ isReportedAgain: false, wasAsked: true, openFor: "longer" });
  expect(await prisma.report.count({ where: { studentId } })).toBe(2);
});
