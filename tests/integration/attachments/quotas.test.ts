import { randomBytes, randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { addPaper, type NewPaper } from "@/lib/attachments/commands/add-paper.server";
import { preparePaper } from "@/lib/attachments/commands/prepare-paper.server";
import { limits } from "@/lib/attachments/limits";
import { prisma } from "@/lib/db/client.server";
import type { PersonViewer } from "@/lib/identity/viewer";
import { untilSomebodyWaits } from "@/tests/support/meanwhile";
import { aPdf, inChunks } from "@/tests/support/papers";
import { reporterOf } from "@/tests/support/viewers";
import { aFiledReport, anAccount, aWorld, thursday, type World } from "@/tests/support/world";

let world: World;
let reference: string;
let earlierId: string;

beforeEach(async () => {
  world = await aWorld();
  reference = (await aFiledReport(world)).reference;
  earlierId = (await aFiledReport(world, { separate: true })).id;
});

interface Earlier {
  readonly count: number;
  readonly byteCount?: number;
  readonly hoursAgo?: number;
  readonly isGone?: boolean;
}

/** Papers that the reporter sent with another report. */
async function hasSent({ count, byteCount = 1, hoursAgo = 1, isGone = false }: Earlier) {
  const uploadedAt = new Date(thursday.at.getTime() - hoursAgo * 3_600_000);
  await prisma.attachment.createMany({
    data: Array.from({ length: count }, () => ({
      id: randomUUID(),
      reportId: earlierId,
      kind: "other",
      format: "pdf",
      nameSealed: "",
      sentSha256: randomBytes(32).toString("hex"),
      byteCount,
      sha256: randomBytes(32).toString("hex"),
      objectKey: randomUUID(),
      fileKeySealed: "",
      uploadedAt,
      uploaderSide: "school",
      uploaderName: world.reporter.name,
      uploaderId: world.reporter.accountId,
      organisationId: world.school.id,
      state: isGone ? "removed" : "clean",
      goneAt: isGone ? thursday.at : null,
    })),
  });
}

interface Sending {
  readonly with?: string;
  readonly alongside?: NewPaper["alongside"];
}

async function codeOf(viewer: PersonViewer = world.reporter, sending: Sending = {}) {
  const file = { name: "brief.pdf", bytes: inChunks(aPdf(`% ${randomUUID()}\n`)) };
  const paper = { reference: sending.with ?? reference, kind: "other", file, alongside: sending.alongside } as const;
  const sent = await addPaper(viewer, paper, thursday);
  return sent.ok ? "kept" : sent.problems[0]?.code;
}

const aColleague = async () =>
  reporterOf(world.school.id, { ...(await anAccount(world.school.id, "reporter")), role: "reporter" });

test("after two hundred files in a day somebody waits, and his colleagues do not", async () => {
  await hasSent({ count: limits.filesPerSenderPerDay - 1 });
  expect(await codeOf()).toBe("kept");
  expect(await codeOf()).toBe("papers-too-many");
  expect(await codeOf(await aColleague())).toBe("kept");
});

test("files of the day before do not count, files that were taken back since do", async () => {
  await hasSent({ count: limits.filesPerSenderPerDay, hoursAgo: 24 });
  expect(await codeOf()).toBe("kept");
  await hasSent({ count: limits.filesPerSenderPerDay, isGone: true });
  expect(await codeOf()).toBe("papers-too-many");
});

test("an organisation whose room is full adds nothing, whoever of it sends; another one does", async () => {
  await hasSent({ count: 20, byteCount: limits.bytesPerOrganisation / 20, hoursAgo: 48 });
  expect(await codeOf()).toBe("papers-no-room");
  expect(await codeOf(await aColleague())).toBe("papers-no-room");
  expect(await codeOf(world.officer)).toBe("kept");
  expect(await prisma.attachmentUpload.count()).toBe(0);
});

test("what was destroyed takes no room", async () => {
  await hasSent({ count: 20, byteCount: limits.bytesPerOrganisation / 20, hoursAgo: 48, isGone: true });
  expect(await codeOf()).toBe("kept");
});

describe("of two who send at one moment, with two reports, the second waits for the first to be done", () => {
  /** Sends a paper, and while it is being written down another one, with another report. */
  async function codesOfTwo(second: () => Promise<string | undefined>) {
    let began: ReturnType<typeof second> | undefined;
    const first = await codeOf(world.reporter, {
      alongside: async ({ client }) => {
        began = second();
        began.catch(() => undefined);
        await untilSomebodyWaits(client);
      },
    });
    return [first, await began];
  }

  const withAnother = async () => (await aFiledReport(world, { separate: true })).reference;

  test("and hears that the room of the organisation was given to the first", async () => {
    await hasSent({ count: 19, byteCount: limits.bytesPerOrganisation / 20, hoursAgo: 48 });
    await hasSent({ count: 1, byteCount: limits.bytesPerOrganisation / 20 - 1, hoursAgo: 48 });
    const [colleague, other] = [await aColleague(), await withAnother()];
    expect(await codesOfTwo(() => codeOf(colleague, { with: other }))).toEqual(["kept", "papers-no-room"]);
  });

  test("and hears that the last of his two hundred of the day was the first", async () => {
    await hasSent({ count: limits.filesPerSenderPerDay - 1 });
    const other = await withAnother();
    const second = () => codeOf(world.reporter, { with: other });
    expect(await codesOfTwo(second)).toEqual(["kept", "papers-too-many"]);
  });

  test("also when it goes along with a report that is still being written", async () => {
    await hasSent({ count: limits.filesPerSenderPerDay - 1 });
    const second = async () => {
      const file = { name: "brief.pdf", bytes: inChunks(aPdf(`% ${randomUUID()}\n`)) };
      const paper = { submissionId: randomUUID(), kind: "other", file } as const;
      const prepared = await preparePaper(world.reporter, paper, thursday);
      return prepared.ok ? "kept" : prepared.problems[0]?.code;
    };
    expect(await codesOfTwo(second)).toEqual(["kept", "papers-too-many"]);
  });
});
