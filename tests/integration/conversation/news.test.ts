import { beforeEach, describe, expect, test } from "vitest";
import { readFrames } from "@/components/live/frames";
import { takeUp } from "@/lib/casework/commands/take-up.server";
import { editMessage, editNote } from "@/lib/conversation/commands/edit-words.server";
import { sendMessage } from "@/lib/conversation/commands/send-message.server";
import { writeNote } from "@/lib/conversation/commands/write-note.server";
import { listNews } from "@/lib/conversation/queries/news.server";
import { prisma } from "@/lib/db/client.server";
import type { PersonViewer } from "@/lib/identity/viewer";
import { now, nowAt } from "@/lib/shared/clock";
import { firstIdAt } from "@/lib/shared/ids";
import { aBrowser } from "@/tests/support/live";
import { officerOf, reporterOf } from "@/tests/support/viewers";
import { aFiledReport, aStudent, aWorld, type World } from "@/tests/support/world";

let world: World;
let reference: string;
let beginning: string;

beforeEach(async () => {
  world = await aWorld();
  reference = (await aFiledReport(world)).reference;
  beginning = firstIdAt(now().at);
});

/** Hands the newest event of the report round, as the worker does once it is stored. */
async function spread(): Promise<string> {
  const { id } = await prisma.event.findFirstOrThrow({ where: { report: { reference } }, orderBy: { id: "desc" } });
  await prisma.$executeRaw`SELECT pg_notify('desk_news', ${id})`;
  return id;
}

/** So many events with the report by one person, a second apart; answers their ids in order. */
async function happen(actorId: string, count: number, after: number): Promise<readonly string[]> {
  const { id: reportId } = await prisma.report.findUniqueOrThrow({ where: { reference } });
  const begin = Date.now() - 60 * 60_000 + after * 1_000;
  const moments = Array.from({ length: count }, (_, place) => new Date(begin + place * 1_000));
  const rest = { version: 1, actorSide: "office", actorName: "Iemand", status: "registered", data: {} } as const;
  const data = moments.map((at) => ({ ...rest, id: firstIdAt(at), at, reportId, kind: "taken_up", actorId }));
  await prisma.event.createMany({ data });
  return data.map(({ id }) => id);
}

describe("an open page", () => {
  test("hears of what the other side does, as a reference and nothing else", async () => {
    const browser = aBrowser(world.reporter);
    await takeUp(world.officer, { reference }, now());
    const id = await spread();
    const text = await browser.until(id);
    expect(text?.split("\n\n").filter((frame) => frame.includes("data:"))).toEqual([
      `id: ${id}\ndata: ${JSON.stringify({ reference })}`,
    ]);
    browser.leave();
  });

  test("hears of nothing that its reader did himself or may not read", async () => {
    const elsewhere = await aWorld();
    const [own, stranger] = [aBrowser(world.officer), aBrowser(elsewhere.officer)];
    await takeUp(world.officer, { reference }, now());
    const ownDoing = await spread();
    await sendMessage(world.reporter, { reference, words: "Iets.", asksReopening: false }, now());
    const last = await spread();
    const text = await own.until(last);
    expect(text).not.toContain(ownDoing);
    expect(await listNews(elsewhere.officer, beginning, now())).toEqual([]);
    own.leave();
    stranger.leave();
    expect(await stranger.until("data:")).toBeNull();
  });

  test("of the other side hears that a message was put right, and nobody gets a mail or a notice of that", async () => {
    await sendMessage(world.officer, { reference, words: "Maandag.", asksReopening: false }, now());
    const { id } = await prisma.message.findFirstOrThrow({ where: { report: { reference } } });
    const [reader, author] = [aBrowser(world.reporter), aBrowser(world.officer)];
    const counts = () => Promise.all([prisma.outboxMessage.count(), prisma.event.count(), prisma.notice.count()]);
    const before = await counts();
    // What came before is heard first, so that the next is what it hears live.
    expect(await reader.until(await spread())).not.toBeNull();
    await editMessage(world.officer, { reference, id, words: "Dinsdag." }, now());
    expect(await reader.until("byMoment")).toContain(JSON.stringify({ reference, byMoment: true }));
    expect(await counts()).toEqual(before);
    const edits = async (viewer: PersonViewer) =>
      (await listNews(viewer, beginning, now())).filter(({ byMoment }) => byMoment);
    expect(await edits(world.reporter)).toHaveLength(1);
    expect(await edits(world.officer)).toEqual([]);
    reader.leave();
    author.leave();
    expect(await author.until("byMoment")).toBeNull();
  });

  test("of a colleague hears of a note and of its putting right; the school's page and the writer's do not", async () => {
    const colleague = await officerOf(world.office.id);
    const [reader, school, author] = [aBrowser(colleague), aBrowser(world.reporter), aBrowser(world.officer)];
    const told = JSON.stringify({ reference, byMoment: true });
    // What came before is heard first, so that the next is what it hears live.
    expect(await reader.until(await spread())).not.toBeNull();
    await writeNote(world.officer, { reference, words: "Moeder gebeld." }, now());
    expect(await reader.until("byMoment")).toContain(told);
    const { id } = await prisma.officeNote.findFirstOrThrow({ where: { report: { reference } } });
    const later = nowAt(new Date(Date.now() + 60_000));
    await editNote(world.officer, { reference, id, words: "Vader gebeld." }, later);
    expect(await reader.until("byMoment")).toContain(told);
    const asked = await listNews(colleague, beginning, later);
    expect(asked.filter(({ byMoment }) => byMoment).map((news) => news.id > firstIdAt(now().at))).toEqual([true]);
    reader.leave();
    school.leave();
    author.leave();
    expect(await school.until("byMoment")).toBeNull();
    expect(await author.until("byMoment")).toBeNull();
    for (const other of [world.reporter, world.officer]) {
      expect((await listNews(other, beginning, later)).filter((one) => one.byMoment)).toEqual([]);
    }
  });

  test("gets what it missed when it comes back, and asks it once when it cannot listen", async () => {
    await takeUp(world.officer, { reference }, now());
    const { id } = await prisma.event.findFirstOrThrow({ where: { report: { reference } }, orderBy: { id: "desc" } });
    const browser = aBrowser(world.reporter);
    expect(await browser.until(id)).toContain(reference);
    browser.leave();
    expect(await listNews(world.reporter, beginning, now())).toEqual([{ id, reference }]);
  });

  test("that slept for two hours hears of all that happened meanwhile, in order, and of nothing twice", async () => {
    const asleepSince = firstIdAt(new Date(Date.now() - 2 * 60 * 60_000));
    await takeUp(world.officer, { reference }, now());
    for (const words of ["Een.", "Twee."]) {
      await sendMessage(world.officer, { reference, words, asksReopening: false }, now());
    }
    const happened = await prisma.event.findMany({
      where: { report: { reference }, actorId: world.officer.accountId },
      orderBy: { id: "asc" },
    });
    const browser = aBrowser(world.reporter, { since: asleepSince });
    const last = happened.at(-1)?.id ?? "none";
    const text = await browser.until(last);
    const heard = [...(text ?? "").matchAll(/^id: (\S+)$/gm)].map(([, id]) => id);
    expect(heard).toEqual(happened.map(({ id }) => id));
    browser.leave();
  });

  test("after a long sleep hears of the newest, and that there is more, however much of it its reader did himself", async () => {
    const first = await happen(world.reporter.accountId, 100, 0);
    const others = await happen(world.officer.accountId, 150, 100);
    const since = first[0] ?? "";
    const told = [{ id: others[49], reference: null }, ...others.slice(50).map((id) => ({ id, reference }))];
    expect(await listNews(world.reporter, since, now())).toEqual(told);

    const browser = aBrowser(world.reporter, { since });
    expect(readFrames((await browser.until(others.at(-1) ?? "")) ?? "").items).toEqual(told);
    browser.leave();
  });

  test("that asks again goes on where it was, also when its reader alone was busy", async () => {
    const own = await happen(world.reporter.accountId, 120, 0);
    const [other] = await happen(world.officer.accountId, 1, 120);
    expect(await listNews(world.reporter, own[0] ?? "", now())).toEqual([{ id: other, reference }]);
  });

  test("is closed without a word when the session has ended, before anything is told", async () => {
    let asked = 0;
    const browser = aBrowser(
      { ...world.reporter },
      {
        again: () => {
          asked += 1;
          return Promise.resolve(null);
        },
      },
    );
    expect(asked).toBe(0);
    browser.leave();
    expect(await browser.until("data:")).toBeNull();
  });

  test("a browser has few connections at a time: an older one gives way", async () => {
    const browsers = [1, 2, 3, 4].map(() => aBrowser(world.reporter));
    expect(await browsers[0]?.until("data:")).toBeNull();
    for (const browser of browsers) browser.leave();
  });
});

test("of a protected student the school hears nothing of what passes between offices", async () => {
  const traits = { municipality: world.municipality, locationId: world.school.location.id, brin: world.brin };
  const number = await aStudent({ ...traits, kind: "protected" });
  const filed = await aFiledReport(world, { student: { number } });
  const report = await prisma.report.findUniqueOrThrow({ where: { reference: filed.reference } });
  const moment = now();
  await prisma.event.create({
    data: {
      id: firstIdAt(moment.at),
      reportId: report.id,
      kind: "moved",
      version: 1,
      at: moment.at,
      actorSide: "system",
      actorName: "Verzuimloket",
      status: "registered",
      data: {},
    },
  });
  const since = firstIdAt(new Date(moment.at.getTime() - 60_000));
  const heard = async (viewer: PersonViewer) =>
    (await listNews(viewer, since, nowAt(moment.at))).map((news) => news.id);
  expect(await heard(reporterOf(world.school.id))).not.toContain(firstIdAt(moment.at));
  expect(await heard(officerOf(world.office.id, { protectedCases: true }))).toContain(firstIdAt(moment.at));
});
