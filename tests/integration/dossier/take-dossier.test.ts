import { buffer } from "node:stream/consumers";
import { expect, test } from "vitest";
import { narrateLabels } from "@/components/timeline/narrate-labels";
import { addPaper } from "@/lib/attachments/commands/add-paper.server";
import { readPackage } from "@/lib/attachments/inspect/package";
import { transact } from "@/lib/audit/transact.server";
import { closeReport } from "@/lib/casework/commands/close-report.server";
import { recordAction } from "@/lib/casework/commands/record-action.server";
import { sendMessage } from "@/lib/conversation/commands/send-message.server";
import { prisma } from "@/lib/db/client.server";
import { takeDossier } from "@/lib/dossier/commands/take-dossier.server";
import { dossierOf } from "@/lib/dossier/dossier";
import type { DossierInput } from "@/lib/dossier/input";
import { findDossierChoices } from "@/lib/dossier/queries/dossier-choices.server";
import { readCaseFile } from "@/lib/dossier/read-case-file.server";
import type { OfficeViewer } from "@/lib/identity/viewer";
import { withdrawReport } from "@/lib/reports/commands/withdraw-report.server";
import { NotFound } from "@/lib/shared/problem";
import { aPdf, inChunks } from "@/tests/support/papers";
import { officerOf } from "@/tests/support/viewers";
import { aFiledReport, aStudent, aWorld, thursday, type World } from "@/tests/support/world";

const asked = { purpose: "prosecutor", span: "all", parts: ["conversation", "papers"] } as const;

function take(viewer: OfficeViewer, reference: string, given: Partial<DossierInput> = {}) {
  return takeDossier(viewer, thursday, {
    ...asked,
    parts: [...asked.parts],
    ...given,
    reference,
    labels: narrateLabels,
  });
}

/** All that stands in the dossier, as text. */
async function textOf(viewer: OfficeViewer, reference: string, span: DossierInput["span"] = "all"): Promise<string> {
  const { files, ...found } = await transact(viewer, thursday, (tx) => readCaseFile(tx, viewer, { reference, span }));
  const document = dossierOf(
    {
      ...found,
      has: { conversation: true, papers: true },
      reports: files.map((file) => ({ ...file, threshold: null })),
      papers: files.flatMap(({ papers }) => papers),
      purpose: "prosecutor",
      officeName: viewer.organisationName,
      maker: viewer.name,
      madeAt: thursday.at,
    },
    narrateLabels,
  );
  return JSON.stringify(document);
}

async function aCase(world: World) {
  const first = await aFiledReport(world, { explanation: "Hij kwam niet opdagen." });
  const second = await aFiledReport(world, { firstDay: "2026-04-20", lastDay: "2026-04-21", separate: true });
  return { first, second };
}

function logged(world: World) {
  return prisma.auditEntry.findMany({
    where: { actorId: world.officer.accountId, action: { in: ["dossier:take", "attachment:zip"] } },
    orderBy: { id: "asc" },
    select: { action: true, objectId: true, objectCount: true, reason: true },
  });
}

test("nobody else gets the dossier of a case: not the clerk of the office, nor an officer elsewhere", async () => {
  const world = await aWorld();
  const { first } = await aCase(world);
  const elsewhere = await aWorld();
  for (const viewer of [
    elsewhere.officer,
    officerOf(world.office.id, { role: "office_clerk" }),
    officerOf(world.office.id, { role: "analyst" }),
  ]) {
    await expect(take(viewer, first.reference)).rejects.toThrow(NotFound);
    await expect(findDossierChoices(viewer, thursday, first.reference)).rejects.toThrow(NotFound);
  }
  expect(await logged(world)).toEqual([]);
});

test("the dossier says what was reported, done and written, and nothing that only the office reads", async () => {
  const world = await aWorld();
  const { first, second } = await aCase(world);
  await recordAction(
    world.officer,
    { reference: first.reference, intervention: "called", words: "Met moeder gebeld.", note: "ALLEEN-KANTOOR" },
    thursday,
  );
  await sendMessage(
    world.reporter,
    { reference: second.reference, words: "Hij is ziek gemeld.", asksReopening: false },
    thursday,
  );
  const text = await textOf(world.officer, first.reference);
  for (const part of [
    first.reference,
    second.reference,
    "Sami de Boer",
    "Hij kwam niet opdagen.",
    "Met moeder gebeld.",
  ]) {
    expect(text).toContain(part);
  }
  expect(text).toContain("Hij is ziek gemeld.");
  expect(text).not.toContain("ALLEEN-KANTOOR");
});

test("what the school withdrew stays out of the dossier, and what is closed goes into that of all reports only", async () => {
  const world = await aWorld();
  const { first, second } = await aCase(world);
  const third = await aFiledReport(world, { firstDay: "2026-04-01", lastDay: "2026-04-02", separate: true });
  await withdrawReport(world.reporter, { reference: second.reference, reason: "Vergissing" }, thursday);
  await closeReport(
    world.officer,
    { reference: third.reference, closeReason: "back_to_school", closeNote: "student_seen" },
    thursday,
  );
  const [all, open] = [
    await textOf(world.officer, first.reference),
    await textOf(world.officer, first.reference, "open"),
  ];
  expect(all).toContain(third.reference);
  expect(all).not.toContain(second.reference);
  expect(open).not.toContain(third.reference);
  const { spans } = await findDossierChoices(world.officer, thursday, first.reference);
  expect(spans).toEqual([
    { span: "this", reports: 1, papers: 0 },
    { span: "all", reports: 2, papers: 0 },
  ]);
});

test("with its papers the dossier is one package, and each report in it says on the log what it went along for", async () => {
  const world = await aWorld();
  const { first, second } = await aCase(world);
  const paper = { kind: "letter", file: { name: "brief.pdf", bytes: inChunks(aPdf("% brief\n")) } } as const;
  const sent = await addPaper(world.reporter, { ...paper, reference: second.reference }, thursday);
  const dossier = await take(world.officer, first.reference);
  if (!sent.ok) throw new Error("the paper was refused");
  if (dossier.kind !== "zip") throw new Error("no package was made");
  const places: string[] = [];
  await readPackage(await buffer(dossier.bytes), ({ name }) => {
    places.push(name);
  });
  expect(places).toEqual([`dossier ${first.reference}.pdf`, "index.csv", `${second.reference}/01 brief.pdf`]);
  const reason = "dossier-prosecutor";
  expect(await logged(world)).toEqual([
    { action: "dossier:take", objectId: first.id, objectCount: null, reason },
    { action: "dossier:take", objectId: second.id, objectCount: null, reason },
    { action: "attachment:zip", objectId: second.id, objectCount: 1, reason },
    { action: "attachment:zip", objectId: sent.value.id, objectCount: null, reason },
  ]);
});

test("a dossier without its papers is a PDF of at least a page for each part", async () => {
  const world = await aWorld();
  const { first } = await aCase(world);
  const dossier = await take(world.officer, first.reference, { parts: [], span: "this" });
  if (dossier.kind !== "pdf") throw new Error("no PDF was made");
  const pdf = Buffer.from(dossier.bytes).toString("latin1");
  expect(pdf.startsWith("%PDF-1.7")).toBe(true);
  expect(Number(/\/Count (\d+)/.exec(pdf)?.[1])).toBeGreaterThanOrEqual(8);
});

test("where a protected student lives or stays is not in his dossier", async () => {
  const world = await aWorld();
  const studentNumber = await aStudent({
    municipality: world.municipality,
    locationId: world.school.location.id,
    brin: world.brin,
    kind: "protected",
  });
  await prisma.postcodeArea.create({ data: { postcode: "9712", municipalityCode: world.municipality } });
  const stay = { postcode: "9712AB", houseNumber: "7", city: "Geheimstad" };
  const report = await aFiledReport({ ...world, studentNumber }, { stay });
  const viewer = officerOf(world.office.id, { protectedCases: true });
  const text = await textOf(viewer, report.reference);
  expect(text).toContain("geheim");
  expect(text).not.toMatch(/Geheimstad|9712AB/);
  await expect(take(world.officer, report.reference)).rejects.toThrow(NotFound);
});
