import { buffer } from "node:stream/consumers";
import { PDFiumLibrary } from "@hyzyla/pdfium";
import { beforeEach, expect, test } from "vitest";
import { fromBuffer } from "yauzl";
import { addPaper } from "@/lib/attachments/commands/add-paper.server";
import { makeSheet } from "@/lib/attachments/commands/make-sheet.server";
import { makeLink, openLink } from "@/lib/attachments/commands/open-paper.server";
import { zipPapers } from "@/lib/attachments/commands/zip-papers.server";
import { readPackage } from "@/lib/attachments/inspect/package";
import { listPapers } from "@/lib/attachments/queries.server";
import { prisma } from "@/lib/db/client.server";
import type { PersonViewer } from "@/lib/identity/viewer";
import { withdrawReport } from "@/lib/reports/commands/withdraw-report.server";
import { addDays, calendarDate } from "@/lib/shared/calendar-date";
import { NotFound } from "@/lib/shared/problem";
import { aPdf, inChunks } from "@/tests/support/papers";
import { aFiledReport, aWorld, thursday, type World } from "@/tests/support/world";

let world: World;
let reference: string;

const sixteenHours = {
  type: "sixteen_hours_in_four_weeks",
  hours: [
    { day: "2026-04-13", lessons: [1, 2, 3] },
    { day: "2026-04-14", wholeDay: true },
  ],
};

beforeEach(async () => {
  world = await aWorld();
  reference = (await aFiledReport(world, sixteenHours)).reference;
});

/** How many papers of the report went along, each time that somebody took them. */
async function taken(of: string): Promise<readonly (number | null)[]> {
  const { id } = await prisma.report.findUniqueOrThrow({ where: { reference: of } });
  const entries = await prisma.auditEntry.findMany({ where: { action: "attachment:zip", objectId: id } });
  return entries.map(({ objectCount }) => objectCount);
}

async function placesIn(zip: AsyncIterable<Uint8Array>): Promise<readonly string[]> {
  const names: string[] = [];
  await readPackage(await buffer(zip), ({ name }) => {
    names.push(name);
  });
  return names.filter((name) => name !== "index.csv");
}

/** What a person reads on each page of a PDF. */
async function pagesOf(bytes: Buffer): Promise<readonly string[]> {
  const document = await (await PDFiumLibrary.init()).loadDocument(bytes);
  return Array.from({ length: document.getPageCount() }, (_, at) => document.getPage(at).getText());
}

async function contentOf(id: string): Promise<Buffer> {
  return buffer((await openLink(world.officer, await makeLink(world.officer, id, thursday), thursday)).bytes);
}

test("the sheet for a spreadsheet holds each day that the report holds, and their sum", async () => {
  const made = await makeSheet(world.reporter, { reference, format: "csv" }, thursday);
  if (!made.ok) throw new Error("no sheet was made");
  const text = (await contentOf(made.value.id)).toString("utf8");
  expect(text).toContain(`Melding;${reference}`);
  expect(text).toContain("Leerling;Sami de Boer, 3B");
  expect(text).toMatch(/13 april 2026;1, 2, 3;3\n/);
  expect(text).toMatch(/14 april 2026;hele dag;6\n/);
  expect(text).toMatch(/Totaal;9 uur op 2 dagen/);
});

test("the sheet to print is a paper like any other, and the same one is not kept twice", async () => {
  const made = await makeSheet(world.reporter, { reference, format: "pdf" }, thursday);
  if (!made.ok) throw new Error("no sheet was made");
  const content = await contentOf(made.value.id);
  const [page = ""] = await pagesOf(content);
  for (const words of [reference, "Sami de Boer, 3B", "13 april 2026", "1, 2, 3", "hele dag", "9 uur op 2 dagen"])
    expect(page).toContain(words);
  expect(await makeSheet(world.reporter, { reference, format: "pdf" }, thursday)).toMatchObject({
    value: { isAlreadyThere: true },
  });
  expect((await listPapers(world.officer, reference)).papers).toMatchObject([
    { kind: "absence_sheet", format: "pdf", name: "verzuimstaat.pdf" },
  ]);
});

test("a sheet of many days says on each page what stands in its columns", async () => {
  const days = Array.from({ length: 60 }, (_, day) => addDays(calendarDate.parse("2026-01-05"), day));
  const hours = days.map((day) => ({ day, wholeDay: true }));
  const long = await aFiledReport(world, { ...sixteenHours, firstDay: days[0], hours, separate: true });
  const made = await makeSheet(world.reporter, { reference: long.reference, format: "pdf" }, thursday);
  if (!made.ok) throw new Error("no sheet was made");
  const pages = await pagesOf(await contentOf(made.value.id));
  expect(pages.length).toBeGreaterThan(1);
  for (const page of pages) expect(page).toMatch(/Dag\s+Lesuren\s+Uren/);
});

test("of a report that names no day no sheet is made", async () => {
  const other = await aFiledReport(world, { separate: true });
  const made = await makeSheet(world.reporter, { reference: other.reference, format: "pdf" }, thursday);
  expect(made).toEqual({ ok: false, problems: [{ code: "papers-no-hours" }] });
});

const send = (name: string, bytes: Buffer, to = reference) =>
  addPaper(world.reporter, { reference: to, kind: "letter", file: { name, bytes: inChunks(bytes) } }, thursday);

test("an office takes all papers of a case along in one package, with an index, and it stands on the access log", async () => {
  const follow = await aFiledReport(world, { separate: true });
  const [first, second] = [aPdf("% one\n"), aPdf("% two\n")];
  await send("brief.pdf", first);
  await send("brief.pdf", second);
  await send("=cmd.txt", Buffer.from("x"), follow.reference);
  const counted = async (viewer: PersonViewer) => (await listPapers(viewer, reference)).inPackage;
  expect([await counted(world.officer), await counted(world.reporter)]).toEqual([3, 2]);
  const parts = new Map<string, Buffer>();
  await readPackage(await buffer(await zipPapers(world.officer, reference, thursday)), ({ name, bytes }) => {
    parts.set(name, bytes);
  });
  const names = [...parts.keys()].sort();
  expect(names).toHaveLength(4);
  expect(names).toContain("index.csv");
  expect(new Set(names.map((name) => name.split("/")[0]))).toEqual(new Set(["index.csv", reference, follow.reference]));
  expect([...parts.values()].some((bytes) => bytes.equals(first))).toBe(true);
  expect([...parts.values()].some((bytes) => bytes.equals(second))).toBe(true);
  expect(parts.get("index.csv")?.toString("utf8").trim().split("\n")).toHaveLength(4);
  expect(await taken(reference)).toEqual([2]);
  expect(await taken(follow.reference)).toEqual([1]);
});

test("papers of a report that is over stay out of the package of a case, and go along when that report is asked", async () => {
  const over = await aFiledReport(world, { separate: true });
  await send("brief.pdf", aPdf());
  await send("oud.pdf", aPdf("% old\n"), over.reference);
  await withdrawReport(world.reporter, { reference: over.reference, reason: "Verkeerde leerling" }, thursday);
  expect(await placesIn(await zipPapers(world.officer, reference, thursday))).toEqual([`${reference}/01 brief.pdf`]);
  expect(await taken(over.reference)).toEqual([]);
  expect(await placesIn(await zipPapers(world.officer, over.reference, thursday))).toEqual([
    `${over.reference}/01 oud.pdf`,
  ]);
  expect(await taken(over.reference)).toEqual([1]);
});

test("a school takes along the papers of its one report, and a stranger none", async () => {
  await send("brief.pdf", aPdf());
  const bytes = await buffer(await zipPapers(world.reporter, reference, thursday));
  const entries = await new Promise<number>((resolve, reject) => {
    fromBuffer(bytes, (error, zip) => (error === null ? resolve(zip.entryCount) : reject(error)));
  });
  expect(entries).toBe(2);
  const stranger = (await aWorld()).officer;
  await expect(zipPapers(stranger, reference, thursday)).rejects.toThrow(NotFound);
});
