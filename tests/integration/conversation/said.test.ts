import { beforeEach, expect, test } from "vitest";
import { askCall } from "@/lib/conversation/commands/ask-call.server";
import { askSchool } from "@/lib/conversation/commands/ask-school.server";
import { sendMessage } from "@/lib/conversation/commands/send-message.server";
import { answerRequest } from "@/lib/conversation/commands/settle-request.server";
import { writeNote } from "@/lib/conversation/commands/write-note.server";
import { listSaid } from "@/lib/conversation/queries/said.server";
import { withWords } from "@/lib/conversation/said";
import { prisma } from "@/lib/db/client.server";
import { findReport } from "@/lib/reports/queries.server";
import { addDays } from "@/lib/shared/calendar-date";
import { aFiledReport, aWorld, thursday, type World } from "@/tests/support/world";

let world: World;
let report: { readonly id: string; readonly reference: string };

beforeEach(async () => {
  world = await aWorld();
  report = await aFiledReport(world);
  const { reference } = report;
  await sendMessage(world.officer, { reference, words: "Kunt u bellen?", asksReopening: false }, thursday);
  await writeNote(world.officer, { reference, words: "Eerst de mentor spreken." }, thursday);
  const question = { kind: "free", words: "Welke uren?", dueOn: addDays(thursday.today, 7) } as const;
  await askSchool(world.officer, { reference, ...question }, thursday);
  const { id } = await prisma.request.findFirstOrThrow({ where: { reportId: report.id } });
  await answerRequest(world.reporter, { reference, request: id, words: "Alle uren." }, thursday);
  await askCall(world.reporter, { reference, phone: "06 12345678", times: "na 9 uur" }, thursday);
});

test("a stranger is given no words, and it stands nowhere that he asked", async () => {
  const { reporter, officer } = await aWorld();
  for (const stranger of [reporter, officer]) {
    expect(await listSaid(stranger, [report.id], thursday)).toEqual(new Map());
    const logged = { action: "conversation:read", actorId: stranger.accountId };
    expect(await prisma.auditEntry.count({ where: logged })).toBe(0);
  }
});

test("on paper each word stands in its place in the story, for both sides, and no note of the office among them", async () => {
  for (const viewer of [world.reporter, world.officer]) {
    const told = withWords(
      await findReport(viewer, thursday, report.reference),
      await listSaid(viewer, [report.id], thursday),
    );
    const words = told.timeline
      .map(({ event, said }) => [event.kind, said] as const)
      .filter(([, said]) => said !== null);
    expect(words).toEqual([
      ["messaged", "Kunt u bellen?"],
      ["asked", "Welke uren?"],
      ["answered", "Alle uren."],
      ["call_asked", expect.stringContaining("06 12345678")],
    ]);
    expect(JSON.stringify([...told.timeline.map(({ said }) => said)])).not.toContain("mentor");
    const logged = { action: "conversation:read", actorId: viewer.accountId, objectId: report.id };
    expect(await prisma.auditEntry.count({ where: logged })).toBe(1);
  }
});

test("printing reads nothing for the other side, so nobody is told that a message was read", async () => {
  await listSaid(world.reporter, [report.id], thursday);
  const message = await prisma.message.findFirstOrThrow({ where: { reportId: report.id, side: "office" } });
  expect(message.readAt).toBeNull();
});
