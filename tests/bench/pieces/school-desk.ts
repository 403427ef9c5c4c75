import { randomUUID } from "node:crypto";
import { z } from "zod";
import { listAsked } from "@/lib/conversation/queries.server";
import { recordStatements } from "@/lib/db/statement-count.server";
import type { SchoolViewer } from "@/lib/identity/viewer";
import { saveDraft } from "@/lib/reports/commands/save-draft.server";
import { listViews } from "@/lib/reports/list-filter";
import { listDrafts } from "@/lib/reports/queries/drafts.server";
import { listImports } from "@/lib/reports/queries/imports.server";
import { listKeptLists } from "@/lib/reports/queries/kept-lists.server";
import { searchReports } from "@/lib/reports/queries/search.server";
import { findToConfirm } from "@/lib/reports/queries/to-confirm.server";
import { countReports, listOfficers, listReports } from "@/lib/reports/queries.server";
import { now } from "@/lib/shared/clock";
import { median } from "@/tests/bench/rounds";
import { reporterOf } from "@/tests/support/viewers";

/** Reads the first page of a school's reports, or keeps a draft, again and again, when its parent says so. */
const milliseconds = 1_500;
const [organisationId = "", accountId = ""] = process.argv.slice(2);
const viewer = reporterOf(organisationId, { accountId });

/** What the page asks, at once like the page. */
async function readPage(reader: SchoolViewer): Promise<void> {
  const filter = { view: "open" } as const;
  const [page] = await Promise.all([
    listReports(reader, now(), filter),
    listOfficers(reader),
    listKeptLists(reader),
    ...listViews.map((view) => countReports(reader, { view })),
    listAsked(reader, now()),
    findToConfirm(reader, now()),
    listDrafts(reader, now()),
    listImports(reader, now()),
  ]);
  if (page.rows.length === 0) throw new Error("the list is empty");
}

async function repeat(work: () => Promise<unknown>): Promise<{ readonly time: number; readonly cpu: number }> {
  const times: number[] = [];
  const [began, before] = [performance.now(), process.cpuUsage()];
  while (performance.now() - began < milliseconds) {
    const at = performance.now();
    await work();
    times.push(performance.now() - at);
  }
  const { user, system } = process.cpuUsage(before);
  return { time: median(times), cpu: (user + system) / 1000 / times.length };
}

const draft = { id: randomUUID(), page: randomUUID() };
let version = 0;

/** A form with a long explanation, as it is sent after each rest. */
async function keepDraft(): Promise<void> {
  const words = { submissionId: draft.id, explanation: "Belde zelf, kwam niet terug op onze mails. ".repeat(40) };
  const kept = await saveDraft(viewer, { ...draft, version, words }, now());
  if (kept.kind !== "saved") throw new Error("the draft was not kept");
  version = kept.version;
}

/** A name that one has, half of a name that all have, one with a typing mistake, and an own reference that nobody gave. */
const sought = ["Boer5751", "boer", "Bore5751", "VB-2026/0815"];

/** The slowest of them. */
async function searchAll() {
  let slowest = { time: 0, cpu: 0 };
  for (const text of sought) {
    const told = await repeat(() => searchReports(viewer, now(), text));
    if (told.time > slowest.time) slowest = told;
  }
  return slowest;
}

const works = { list: () => repeat(() => readPage(viewer)), draft: () => repeat(keepDraft), search: searchAll };
const asked = z.enum(["list", "draft", "search", "statements"]);

// Between two measurements nothing else keeps it running: idle connections do not.
process.channel?.ref();
process.on("message", (message) => void answer(asked.parse(message)));

async function answer(wish: z.infer<typeof asked>): Promise<void> {
  if (wish !== "statements") process.send?.(await works[wish]());
  else process.send?.((await recordStatements(keepDraft)).statements.length);
}

await works.list();
process.send?.(0);
