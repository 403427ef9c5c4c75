import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { addPaper } from "@/lib/attachments/commands/add-paper.server";
import { fileWithPapers } from "@/lib/attachments/commands/file-with-papers.server";
import { preparePaper } from "@/lib/attachments/commands/prepare-paper.server";
import { listPapers } from "@/lib/attachments/queries.server";
import { prisma } from "@/lib/db/client.server";
import { aPdf, inChunks } from "@/tests/support/papers";
import { aFiledReport, aReportInput, aWorld, thursday, type World } from "@/tests/support/world";

// Beneath a device no directory can be made: to whoever writes, the disk is gone.
process.env["ATTACHMENT_STORE"] = "directory:/dev/null/papers";

let world: World;

beforeEach(async () => {
  world = await aWorld();
});

const aFile = () => ({ name: "staat.pdf", bytes: inChunks(aPdf(`% ${randomUUID()}\n`)) });

test("while the store is away a paper is not kept, its sender hears so, and the report stands", async () => {
  const { id, reference } = await aFiledReport(world);
  await expect(addPaper(world.reporter, { reference, kind: "absence_sheet", file: aFile() }, thursday)).rejects.toThrow(
    "ENOTDIR",
  );
  expect((await listPapers(world.officer, reference)).papers).toEqual([]);
  expect(await prisma.event.count({ where: { reportId: id, kind: "attached" } })).toBe(0);
});

test("while the store is away a report is filed without the paper that could not wait with it", async () => {
  const submissionId = randomUUID();
  const paper = { submissionId, kind: "absence_sheet", file: aFile() } as const;
  await expect(preparePaper(world.reporter, paper, thursday)).rejects.toThrow("ENOTDIR");
  expect(await prisma.draftPaper.count({ where: { submissionId } })).toBe(0);
  const filed = await fileWithPapers(world.reporter, aReportInput(world), thursday, { id: submissionId, papers: [] });
  expect(filed).toMatchObject({ ok: true, value: { papersClaimed: 0, papersGone: 0 } });
});
