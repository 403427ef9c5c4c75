import { createHash } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { parse } from "csv-parse/sync";
import { beforeEach, describe, expect, test } from "vitest";
import { handOverPapers } from "@/lib/attachments/commands/hand-over-papers.server";
import { makeLink, openLink } from "@/lib/attachments/commands/open-paper.server";
import { proveDestruction } from "@/lib/attachments/commands/prove-destruction.server";
import { removePaper } from "@/lib/attachments/commands/remove-paper.server";
import { zipPapers } from "@/lib/attachments/commands/zip-papers.server";
import { destroy, destroyedColumns } from "@/lib/attachments/destroy.server";
import { listPapers } from "@/lib/attachments/queries.server";
import { destroyOld, sweepUploads } from "@/lib/attachments/upkeep.server";
import { transact } from "@/lib/audit/transact.server";
import { prisma } from "@/lib/db/client.server";
import { type PersonViewer, systemViewer } from "@/lib/identity/viewer";
import { NotFound } from "@/lib/shared/problem";
import { aClosedReport, daysAfter } from "@/tests/support/papers-end";
import { deskPerson, officerOf } from "@/tests/support/viewers";
import { thursday, type World } from "@/tests/support/world";

let world: World;
let reference: string;
let papers: readonly string[];

beforeEach(async () => {
  ({ world, reference, papers } = await aClosedReport("letter", "absence_sheet"));
});

const first = () => papers[0] ?? "";

async function proofAs(viewer: PersonViewer = world.officer): Promise<readonly Record<string, string>[]> {
  return parse(Buffer.from(await proveDestruction(viewer, reference, thursday)), {
    bom: true,
    columns: true,
    delimiter: ";",
  });
}

const hashOf = async (id: string) => {
  const { bytes } = await openLink(world.officer, await makeLink(world.officer, id, thursday), thursday);
  return createHash("sha256")
    .update(await buffer(bytes))
    .digest("hex");
};

describe("there is no proof", () => {
  test("of what is still there", async () => {
    await expect(proofAs()).rejects.toBeInstanceOf(NotFound);
    expect(await listPapers(world.officer, reference)).toMatchObject({ goneCount: 0, mayProve: false });
  });

  test("for the school, another office or the desk itself", async () => {
    await removePaper(world.reporter, first(), thursday);
    const elsewhere = officerOf((await aClosedReport()).world.office.id);
    for (const viewer of [world.reporter, elsewhere, deskPerson("administrator"), deskPerson("auditor")]) {
      await expect(proofAs(viewer)).rejects.toBeInstanceOf(NotFound);
    }
    expect(await listPapers(world.reporter, reference)).toMatchObject({ goneCount: 1, mayProve: false });
    expect(await prisma.auditEntry.count({ where: { action: "papers:prove", reason: "own-school" } })).toBe(0);
  });
});

test("of a paper whose term is over it says what it was, when it came and when key, name and bytes went", async () => {
  const hash = await hashOf(first());
  const night = daysAfter(190);
  await destroyOld(night);
  const rows = await proofAs();
  expect(rows).toHaveLength(2);
  expect(rows.find((row) => row["bijlage"] === first())).toEqual({
    melding: reference,
    bijlage: first(),
    soort: "Brief",
    formaat: "tekst",
    "grootte in bytes": "100",
    "sha256 van wat is bewaard": hash,
    ontvangen: thursday.at.toISOString(),
    "sleutel en naam vernietigd": night.at.toISOString(),
    reden: "bewaartermijn voorbij",
    "bytes uit de opslag": night.at.toISOString(),
  });
  expect(await listPapers(world.officer, reference)).toMatchObject({ papers: [], goneCount: 2, mayProve: true });
});

test("it tells apart what was handed over and what its sender took back", async () => {
  await removePaper(world.reporter, first(), thursday);
  await buffer(await zipPapers(world.officer, reference, thursday));
  await handOverPapers(world.officer, { reference, papers: 1 }, thursday);
  await destroyOld(daysAfter(1));
  expect((await proofAs()).map((row) => row["reden"])).toEqual([
    "verwijderd door wie het verstuurde",
    "overgenomen in het gemeentelijk dossier",
  ]);
  expect(await listPapers(world.officer, reference)).toMatchObject({ handOver: { count: 1, isDone: true } });
});

test("bytes that could not be taken away at once are not said to be gone before the sweep took them", async () => {
  await transact(systemViewer("attachments"), thursday, async (tx) => {
    const paper = await tx.client.attachment.findUniqueOrThrow({ where: { id: first() }, select: destroyedColumns });
    await destroy(tx, paper, "retention");
  });
  expect((await proofAs())[0]?.["bytes uit de opslag"]).toBe("niet vastgelegd");
  await sweepUploads(daysAfter(3));
  expect((await proofAs())[0]?.["bytes uit de opslag"]).toBe(daysAfter(3).at.toISOString());
});

test("it names nobody, also not by the name of a file, and who took it stands on the access log", async () => {
  await removePaper(world.reporter, first(), thursday);
  const text = Buffer.from(await proveDestruction(world.officer, reference, thursday)).toString();
  for (const word of ["a.txt", world.reporter.name, world.studentNumber, "Sami", "Boer"]) {
    expect.soft(text).not.toContain(word);
  }
  const { id } = await prisma.report.findUniqueOrThrow({ where: { reference } });
  const entry = { action: "papers:prove", objectId: id, actorId: world.officer.accountId };
  expect(await prisma.auditEntry.count({ where: entry })).toBe(1);
});
