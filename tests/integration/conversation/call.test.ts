import { beforeEach, expect, test } from "vitest";
import { recordAction } from "@/lib/casework/commands/record-action.server";
import { listInbox } from "@/lib/casework/queries.server";
import { askCall } from "@/lib/conversation/commands/ask-call.server";
import { tellCall } from "@/lib/conversation/commands/tell-call.server";
import { callInput } from "@/lib/conversation/inputs";
import { findConversation } from "@/lib/conversation/queries.server";
import { prisma } from "@/lib/db/client.server";
import { findReport } from "@/lib/reports/queries.server";
import { parseInput } from "@/lib/shared/parse-input";
import { NotAllowed } from "@/lib/shared/problem";
import { callAwaitedSince } from "@/lib/timeline/call-awaited";
import { aFiledReport, aWorld, thursday, type World } from "@/tests/support/world";

let world: World;
let reference: string;

beforeEach(async () => {
  world = await aWorld();
  reference = (await aFiledReport(world)).reference;
});

/** As the case says it, and the list with it. */
async function awaited(): Promise<Date | null> {
  const since = callAwaitedSince((await findReport(world.officer, thursday, reference)).timeline);
  const { rows } = await listInbox(world.officer, thursday, { view: "team" });
  expect(rows.find((row) => row.reference === reference)?.isCallAwaited ?? false).toBe(since !== null);
  return since;
}

test("what is no telephone number, and a time of two lines, is refused at its field", () => {
  const codes = (given: Record<string, string>) => {
    const parsed = parseInput(callInput, { reference, phone: "06 12345678", times: "morgen", ...given });
    return parsed.ok ? [] : parsed.problems.map(({ field, code }) => `${field}: ${code}`);
  };
  expect(codes({ phone: "bel maar" })).toEqual(["phone: phone-invalid"]);
  expect(codes({ times: "morgen\novermorgen" })).toEqual(["times: text-sign-invalid"]);
  expect(codes({})).toEqual([]);
});

test("an office asks no office to call", async () => {
  const asking = askCall(world.officer, { reference, phone: "06 12345678", times: "nu" }, thursday);
  await expect(asking).rejects.toBeInstanceOf(NotAllowed);
});

test("an office writes down no call for the school: it has an act of its own for that", async () => {
  const telling = tellCall(world.officer, { reference, words: "Morgen op school." }, thursday);
  await expect(telling).rejects.toBeInstanceOf(NotAllowed);
});

test("a call that the school writes down stands with the report for both, and nobody has to call back", async () => {
  await askCall(world.reporter, { reference, phone: "06 12345678", times: "morgen" }, thursday);
  await tellCall(world.reporter, { reference, words: "Donderdag spreken wij elkaar." }, thursday);
  expect(await awaited()).toBeNull();
  const { id } = await prisma.report.findUniqueOrThrow({ where: { reference } });
  const { messages } = await findConversation(world.officer, thursday, id);
  expect(messages.at(-1)?.words).toBe("Wij hebben gebeld: Donderdag spreken wij elkaar.");
  const events = await prisma.event.findMany({ where: { reportId: id } });
  expect(events.map(({ kind }) => kind)).toContain("call_told");
  expect(JSON.stringify(events)).not.toContain("Donderdag");
});

test("the officer reads number and times, and the school waits until somebody notes that he called", async () => {
  await askCall(world.reporter, { reference, phone: "06 12345678", times: "morgen na 9 uur" }, thursday);
  expect(await awaited()).toEqual(thursday.at);
  const { id } = await prisma.report.findUniqueOrThrow({ where: { reference } });
  const { messages } = await findConversation(world.officer, thursday, id);
  expect(messages[0]?.words).toContain("06 12345678");
  const events = await prisma.event.findMany({ where: { reportId: id } });
  expect(JSON.stringify(events)).not.toContain("12345678");
  await recordAction(world.officer, { reference, intervention: "called" }, thursday);
  expect(await awaited()).toBeNull();
});
