import { beforeEach, expect, test } from "vitest";
import { prisma } from "@/lib/db/client.server";
import { importFile } from "@/lib/directory/commands.server";
import { systemViewer } from "@/lib/identity/viewer";
import { checkReport } from "@/lib/reports/commands/check-report.server";
import { fileReport } from "@/lib/reports/commands/file-report.server";
import { withdrawReport } from "@/lib/reports/commands/withdraw-report.server";
import { findCounting, findCountingOf, findSeries } from "@/lib/reports/queries/standing.server";
import { findReport } from "@/lib/reports/queries.server";
import { nowAt } from "@/lib/shared/clock";
import { newId } from "@/lib/shared/ids";
import { NotFound } from "@/lib/shared/problem";
import { truncateAll } from "@/tests/support/database";
import { reporterOf } from "@/tests/support/viewers";
import { aFiledReport, aReportInput, aStudent, aWorld, standingOf, thursday, type World } from "@/tests/support/world";

/** An hour after everything else was filed. */
const later = nowAt(new Date("2026-04-23T08:15:00Z"));

let world: World;

beforeEach(async () => {
  await truncateAll();
  world = await aWorld();
});

const wholeDays = (...days: readonly string[]) => days.map((day) => ({ day, wholeDay: true }));
const truancy = (firstDay: string, ...days: readonly string[]) => ({
  type: "sixteen_hours_in_four_weeks",
  firstDay,
  hours: wholeDays(...days),
});

async function calendar(...rows: readonly string[]): Promise<void> {
  const header = "region,brin,location_code,group,first_day,last_day,kind\n";
  const outcome = await importFile(
    systemViewer("import"),
    {
      kind: "calendar",
      bytes: new Blob([header + rows.join("\n")]).stream(),
      isPartial: false,
      isDryRun: false,
      onRefused: (cells) => expect(cells).toEqual([]),
    },
    thursday,
  );
  expect(outcome.ok).toBe(true);
}

async function thresholdBefore(input: object) {
  const checked = await checkReport(world.reporter, aReportInput(world, input), later, { id: newId() });
  return checked.ok ? checked.value.threshold : checked.problems;
}

test("the page before sending, the report and the case name one day, and how late it was", async () => {
  const input = truancy("2026-04-07", "2026-04-07", "2026-04-08", "2026-04-09");
  const expected = { reachedOn: "2026-04-09", lastDayInTime: "2026-04-16", daysLate: 5 };
  expect(await thresholdBefore(input)).toMatchObject(expected);
  const { reference } = await aFiledReport(world, input);
  expect(await standingOf(world.reporter, thursday, reference)).toMatchObject({ threshold: expected });
  expect(await standingOf(world.officer, thursday, reference)).toMatchObject({ threshold: expected });
});

test("the calendars of region, school and group hold, and those of other groups and locations do not", async () => {
  await prisma.municipality.updateMany({ data: { holidayRegion: "noord" } });
  const input = truancy("2026-03-16", "2026-03-16", "2026-03-17", "2026-04-16");
  expect(await thresholdBefore(input)).toMatchObject({ reachedOn: null, amount: 6 });
  const others = [
    `,${world.brin},,3C,2026-03-23,2026-03-27,block`,
    `,${world.brin},01,,2026-03-23,2026-03-27,block`,
    "zuid,,,,2026-03-23,2026-03-27,holiday",
  ];
  await calendar(...others);
  expect(await thresholdBefore(input)).toMatchObject({ reachedOn: null, amount: 6 });
  await calendar(`,${world.brin},,3B,2026-03-23,2026-03-27,block`);
  expect(await thresholdBefore(input)).toMatchObject({ reachedOn: "2026-04-16", amount: 18 });
  await calendar("noord,,,,2026-03-30,2026-04-03,holiday");
  expect(await thresholdBefore(input)).toMatchObject({ reachedOn: "2026-04-16" });
});

test("the count restarts after an earlier report of this school, and not after one that was taken back", async () => {
  const first = truancy("2026-04-07", "2026-04-07", "2026-04-08", "2026-04-09");
  const earlier = await aFiledReport(world, { ...first, lastDay: "2026-04-09" });
  const next = truancy("2026-04-10", "2026-04-10");
  expect(await thresholdBefore(next)).toMatchObject({
    amount: 6,
    restart: { reference: earlier.reference, lastDay: "2026-04-09", nextFrom: "2026-04-16" },
  });
  await withdrawReport(world.reporter, { reference: earlier.reference, reason: "vergissing" }, thursday);
  expect(await thresholdBefore(next)).toMatchObject({ amount: 6, restart: null });
});

test("an office that does not have the earlier report hears when it ended, and not which one it is", async () => {
  const first = await aFiledReport(world, { ...truancy("2026-04-07", "2026-04-07"), lastDay: "2026-04-09" });
  await prisma.report.updateMany({
    data: { officeId: null, officerId: null, filedAt: new Date("2026-04-10T09:00:00Z") },
  });
  const { reference } = await aFiledReport(world, { ...truancy("2026-04-20", "2026-04-20"), lastDay: "2026-04-21" });
  const restart = { lastDay: "2026-04-09", nextFrom: null };
  expect((await standingOf(world.reporter, later, reference)).threshold?.restart).toEqual({
    ...restart,
    reference: first.reference,
  });
  expect((await standingOf(world.officer, later, reference)).threshold?.restart).toEqual({
    ...restart,
    reference: null,
  });
});

test("the lessons of a weekday count for a whole day", async () => {
  await prisma.location.updateMany({ data: { lessonsByWeekday: [9, 9, 4, 9, 9] } });
  expect(await thresholdBefore(truancy("2026-04-07", "2026-04-07", "2026-04-08"))).toMatchObject({ amount: 13 });
});

test("the form counts along with the calendar and the earlier reports of an own student, and of nobody else's", async () => {
  await aFiledReport(world, truancy("2026-04-07", "2026-04-07"));
  const student = await prisma.student.findFirstOrThrow();
  const beside = { ...world.school.location, id: newId(), locationCode: `${world.brin}01` };
  await prisma.location.create({ data: beside });
  const asked = { studentId: student.id, locationId: world.school.location.id };
  const counting = await findCounting(world.reporter, later, asked);
  expect(counting.earlier).toMatchObject([{ firstDay: "2026-04-07", days: [{ day: "2026-04-07", hours: 6 }] }]);

  const elsewhere = await aWorld();
  await expect(findCounting(elsewhere.reporter, thursday, asked)).rejects.toThrow(NotFound);
  const ofOtherLocation = reporterOf(world.school.id, { locationIds: [newId()] });
  await expect(findCounting(ofOtherLocation, thursday, asked)).rejects.toThrow(NotFound);
  await aStudent({
    municipality: elsewhere.municipality,
    locationId: elsewhere.school.location.id,
    brin: elsewhere.brin,
  });
  const stranger = await prisma.student.findFirstOrThrow({ where: { id: { not: student.id } } });
  await expect(findCounting(world.reporter, thursday, { ...asked, studentId: stranger.id })).rejects.toThrow(NotFound);
});

test("an earlier report of a location that is not the reader's own counts along, and does not say which it is", async () => {
  const filed = await aFiledReport(world, truancy("2026-04-07", "2026-04-07"));
  const own = await prisma.location.findUniqueOrThrow({ where: { id: world.school.location.id } });
  const second = await prisma.location.create({ data: { ...own, id: newId(), locationCode: `${own.brin}98` } });
  const { studentId } = await prisma.report.update({ where: { id: filed.id }, data: { locationId: second.id } });
  const ofOneLocation = reporterOf(world.school.id, { locationIds: [own.id] });
  const earlierFor = async (viewer: World["reporter"]) =>
    (await findCounting(viewer, later, { studentId, locationId: own.id })).earlier.map(({ reference }) => reference);
  expect(await earlierFor(world.reporter)).toEqual([filed.reference]);
  expect(await earlierFor(ofOneLocation)).toEqual([null]);
});

test("a correction counts along with what came before the report, and not with the report itself", async () => {
  const earlier = await aFiledReport(world, { ...truancy("2026-04-07", "2026-04-07"), lastDay: "2026-04-07" });
  const { reference } = await aFiledReport(world, truancy("2026-04-13", "2026-04-13"), later);
  const opened = await findReport(world.reporter, later, reference);
  const counting = await findCountingOf(world.reporter, later, opened);
  expect(counting.earlier.map((report) => report.reference)).toEqual([earlier.reference]);
});

test("in absence that goes on, a report within seven days is taken with a warning, and the series adds up", async () => {
  const days = ["2026-04-07", "2026-04-08", "2026-04-09"];
  const first = await aFiledReport(world, { ...truancy("2026-04-07", ...days), lastDay: "2026-04-17" });
  const next = {
    ...truancy("2026-04-20", "2026-04-20", "2026-04-21"),
    lastDay: "2026-04-21",
    followUpTo: first.reference,
  };
  const sent = await fileReport(world.reporter, aReportInput(world, next), later, { id: newId() });
  expect(sent.ok && sent.value.warnings).toContain("follow-up-early");
  for (const viewer of [world.reporter, world.officer]) {
    const series = await findSeries(viewer, later, first.reference);
    expect(series.map(({ hours, totalHours }) => [hours, totalHours])).toEqual([
      [18, 18],
      [12, 30],
    ]);
  }
});
