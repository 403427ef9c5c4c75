import { once } from "node:events";
import { createReadStream } from "node:fs";
import path from "node:path";
import {
  answer,
  type DeskCommand,
  type ExitStatus,
  exitStatus,
  Refusal,
  readArguments,
  refuseUnlessFile,
  say,
  WrongUse,
} from "@/bin/desk/command";
import { type AskedCells, type AskedRow, askedColumns, type Finding, readQuestion } from "@/bin/desk/route-question";
import { findingSentence } from "@/bin/desk/route-sentences";
import { readCsvInPieces, UnreadableFile } from "@/lib/directory/imports/csv-reader";
import { systemViewer } from "@/lib/identity/viewer";
import { explainRoute } from "@/lib/routing/explain";
import type { RouteAnswer } from "@/lib/routing/question";
import type { Route } from "@/lib/routing/route";
import { routeBatch } from "@/lib/routing/route-batch.server";
import { routeFor } from "@/lib/routing/route-for.server";
import { now } from "@/lib/shared/clock";

const viewer = systemViewer("command-line");
const text = { type: "string" } as const;
const options = { student: text, school: text, type: text, day: text, filed: text, batch: text } as const;
/** About two thousand rows. */
const pieceSize = 128 * 1024;

const command: DeskCommand = {
  words: ["route"],
  usage:
    "route --student NUMBER --school [SECTOR:]BRIN/LOCATION --type TYPE --day YYYY-MM-DD [--filed YYYY-MM-DD]\n" +
    "     route --batch FILE.csv      (kolommen student, school, type, day, [filed])",
  summary: "Zegt waar een melding heen zou gaan en waarom. Er wordt niets gemeld.",
  run: (args) => {
    const { batch, ...cells } = readArguments(args, { options }).values;
    if (batch === undefined) return routeOne(cells);
    if (Object.keys(cells).length > 0) throw new WrongUse("Geef een bestand of één melding, niet allebei.");
    return routeFile(batch);
  },
};

export const commands = [command];

async function routeOne(cells: AskedCells): Promise<ExitStatus> {
  const asked = readQuestion(cells);
  if (!asked.ok) throw new Refusal(...asked.findings.map(findingSentence));
  const result = await routeFor(viewer, asked.question, now());
  if (!result.ok) throw new Refusal(findingSentence(findingOf(result)));
  await answer(toOutput(result.route));
  say(explainRoute(result.route, { side: "desk", locale: "nl" }));
  return exitStatus.done;
}

/** One line of output for each row of the file, so that the two can be laid side by side, also where one is refused. */
async function routeFile(named: string): Promise<ExitStatus> {
  // Programs run at the root of the checkout; the file is named from where the person stands.
  const file = path.resolve(process.env["INIT_CWD"] ?? "", named);
  refuseUnlessFile(file, named);
  const waiting: (readonly AskedRow[])[] = [];
  let refused = 0;
  try {
    for await (const answers of routeBatch(viewer, questionsIn(file, waiting), now())) {
      refused += await tell(waiting.shift() ?? [], answers);
    }
  } catch (error) {
    if (error instanceof UnreadableFile) throw new Refusal(`Dit bestand is niet te lezen (${error.code}).`);
    throw error;
  }
  if (refused === 0) return exitStatus.done;
  say(`${refused} ${refused === 1 ? "regel is" : "regels zijn"} geweigerd.`);
  return exitStatus.refused;
}

async function* questionsIn(file: string, waiting: (readonly AskedRow[])[]) {
  for await (const rows of readAsked(file)) {
    waiting.push(rows);
    yield rows.flatMap((row) => (row.asked.ok ? [row.asked.question] : []));
  }
}

async function* readAsked(file: string): AsyncGenerator<readonly AskedRow[]> {
  let read: ReturnType<typeof askedColumns> | null = null;
  for await (const rows of readCsvInPieces(createReadStream(file, { highWaterMark: pieceSize }))) {
    const asked: AskedRow[] = [];
    for (const { line, cells } of rows) {
      if (read === null) read = askedColumns(cells);
      else asked.push({ line, asked: read(cells) });
    }
    yield asked;
  }
}

/** Writes the answers of one chunk in the order of its rows, at once; answers how many were refused. */
async function tell(rows: readonly AskedRow[], answers: readonly RouteAnswer[]): Promise<number> {
  let next = 0;
  let refused = 0;
  let lines = "";
  for (const { line, asked } of rows) {
    const result = asked.ok ? answers[next++] : undefined;
    if (result?.ok) {
      lines += `${JSON.stringify({ ...toOutput(result.route), line })}\n`;
      continue;
    }
    const findings = asked.ok ? [findingOf(result)] : asked.findings;
    refused++;
    lines += `${JSON.stringify({ line, problems: findings.map(({ code }) => code) })}\n`;
    for (const finding of findings) say(`line ${line}, column ${finding.column}: ${findingSentence(finding)}`);
  }
  if (!process.stdout.write(lines)) await once(process.stdout, "drain");
  return refused;
}

function findingOf(result: RouteAnswer | undefined): Finding {
  if (result === undefined || result.ok) throw new Error("a question of the batch has no answer");
  return { column: result.code === "student-unknown" ? "student" : "school", code: result.code };
}

function toOutput(route: Route) {
  const assigned = route.kind === "assigned" ? route : null;
  return {
    outcome: route.kind,
    regime: route.regime,
    municipality: route.municipality?.code ?? null,
    office: assigned === null ? null : { code: assigned.office.code, name: assigned.office.name },
    officer: assigned?.officer ? { name: assigned.officer.name } : null,
    rule: route.rule,
    because: route.because,
    tried: route.tried,
  };
}
