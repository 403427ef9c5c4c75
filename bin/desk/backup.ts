import { existsSync } from "node:fs";
import path from "node:path";
import {
  answer,
  type DeskCommand,
  exitStatus,
  fileOf,
  Refusal,
  readArguments,
  say,
  WrongUse,
} from "@/bin/desk/command";
import { recordRead } from "@/lib/audit/record.server";
import { parseLaunchSettings } from "@/lib/config/settings";
import { restoreBackup } from "@/lib/db/backup/restore.server";
import { writeBackup } from "@/lib/db/backup/write.server";
import { systemViewer } from "@/lib/identity/viewer";
import { now } from "@/lib/shared/clock";
import type { Problem } from "@/lib/shared/problem";

const backup: DeskCommand = {
  words: ["backup"],
  usage: "backup FILE",
  summary: "Bewaart het hele loket in een nieuw bestand. De sleutels zitten er niet in: bewaar die apart.",
  async run(args) {
    const file = onlyFile(args);
    if (existsSync(file)) throw new Refusal(`Het bestand ${file} is er al.`);
    if (!existsSync(path.dirname(file))) throw new Refusal(`De map ${path.dirname(file)} is er niet.`);
    const tables = await writeBackup(file, now().at);
    await log("desk:backup");
    await answer({ file, tables });
    return exitStatus.done;
  },
};

const restore: DeskCommand = {
  words: ["restore"],
  usage: "restore FILE",
  summary: "Zet een back-up terug in een leeg loket met dezelfde sleutels.",
  async run(args) {
    const file = onlyFile(args);
    if (!existsSync(file)) throw new Refusal(`Het bestand ${file} is er niet.`);
    const { migrationDatabaseUrl } = parseLaunchSettings(process.env);
    if (migrationDatabaseUrl === null)
      throw new Refusal("MIGRATION_DATABASE_URL ontbreekt: terugzetten doet de eigenaar.");
    const restored = await restoreBackup(migrationDatabaseUrl, file);
    if (!restored.ok) throw new Refusal(...restored.problems.map(sentence));
    await log("desk:restore");
    await answer({ file, tables: restored.value });
    say("Wie was aangemeld, meldt zich opnieuw aan.");
    return exitStatus.done;
  },
};

export const commands = [backup, restore];

function onlyFile(args: readonly string[]): string {
  const [file, ...rest] = readArguments(args, { allowPositionals: true }).positionals;
  if (file === undefined || rest.length > 0) throw new WrongUse("Noem één bestand.");
  return fileOf(file);
}

function log(action: string): Promise<void> {
  return recordRead(systemViewer("command-line"), now(), {
    action,
    object: { kind: "desk" },
    reason: "backup-of-the-desk",
  });
}

function sentence({ code, facts }: Problem): string {
  switch (code) {
    case "backup-other-keys":
      return "Deze back-up hoort bij andere sleutels: zet eerst de sleutels van dat loket terug.";
    case "backup-other-version":
      return `Deze back-up is van een andere versie van het loket (migratie ${facts?.["migration"]}).`;
    case "desk-not-empty":
      return `Dit loket is niet leeg (${facts?.["table"]}): een back-up gaat alleen in een leeg loket.`;
    default:
      return "Dit bestand is geen back-up, of niet een hele.";
  }
}
