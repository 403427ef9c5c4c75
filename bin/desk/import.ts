import { createReadStream } from "node:fs";
import {
  answer,
  type DeskCommand,
  type ExitStatus,
  exitStatus,
  fileOf,
  Refusal,
  readArguments,
  refuseUnlessFile,
  say,
  WrongUse,
} from "@/bin/desk/command";
import { cellSentence, fileSentence } from "@/bin/desk/import-sentences";
import { findSignals } from "@/lib/casework/find-signals.server";
import { importFile } from "@/lib/directory/commands.server";
import { type ImportKind, importKinds, isImportKind } from "@/lib/directory/import-rows";
import type { ImportOutcome } from "@/lib/directory/imports/take-file.server";
import { systemViewer } from "@/lib/identity/viewer";
import { now } from "@/lib/shared/clock";

const ofStudents: ReadonlySet<ImportKind> = new Set(["students", "enrolments", "exemptions"]);

const command: DeskCommand = {
  words: ["import"],
  usage: `import KIND FILE.csv [--partial] [--dry-run]      KIND: ${importKinds.join(" ")}`,
  summary:
    "Leest een bestand in. Met --partial gaan de goede regels door als er foute zijn; met --dry-run wordt niets geschreven.",
  async run(args) {
    const { values, positionals } = readArguments(args, {
      allowPositionals: true,
      options: { partial: { type: "boolean" }, "dry-run": { type: "boolean" } },
    });
    const [kind, name, ...rest] = positionals;
    if (kind === undefined || name === undefined || rest.length > 0)
      throw new WrongUse("Noem een soort en een bestand.");
    if (!isImportKind(kind)) throw new WrongUse(`Deze soort bestand bestaat niet: ${kind}.`);
    const file = fileOf(name);
    refuseUnlessFile(file);
    const result = await importFile(
      systemViewer("import"),
      {
        kind,
        bytes: createReadStream(file),
        isPartial: values.partial ?? false,
        isDryRun: values["dry-run"] ?? false,
        onRefused: (refused) => {
          for (const cell of refused) say(cellSentence(cell));
        },
      },
      now(),
    );
    if (!result.ok) throw new Refusal(...result.problems.map(fileSentence));
    // What the register says anew of students with an open report is known when the file is.
    if (ofStudents.has(kind) && result.value.isAccepted && values["dry-run"] !== true) await findSignals(now());
    return tell(kind, result.value);
  },
};

export const commands = [command];

async function tell(kind: ImportKind, { isAccepted, ...counts }: ImportOutcome): Promise<ExitStatus> {
  const { rows, created, updated, unchanged, rejected } = counts;
  await answer({ kind, rows, created, updated, unchanged, rejected });
  if (isAccepted) return exitStatus.done;
  say("Er is niets geschreven: het bestand heeft foute regels. Met --partial gaan de goede regels wel door.");
  return exitStatus.refused;
}
