import { existsSync } from "node:fs";
import {
  answer,
  type DeskCommand,
  exitStatus,
  fileOf,
  Refusal,
  readArguments,
  requireFile,
  requireNewFile,
  say,
} from "@/bin/desk/command";
import { erasuresIn, ownerUrl } from "@/bin/desk/erasures";
import type { AuditAct } from "@/lib/audit/entry";
import type { Erasure } from "@/lib/audit/erasures";
import { journalIn } from "@/lib/audit/journal.server";
import { recordRead } from "@/lib/audit/record.server";
import { parseLaunchSettings } from "@/lib/config/settings";
import { restoreBackup } from "@/lib/db/backup/restore.server";
import { writeBackup } from "@/lib/db/backup/write.server";
import { systemViewer } from "@/lib/identity/viewer";
import { now } from "@/lib/shared/clock";
import type { Problem } from "@/lib/shared/problem";
import { eraseAgain, nothingErased, sweepErased } from "@/lib/web/erase-again.server";

const backup: DeskCommand = {
  words: ["backup"],
  usage: "backup FILE",
  summary: "Bewaart het hele loket in een nieuw bestand. De sleutels zitten er niet in: bewaar die apart.",
  async run(args) {
    const file = requireNewFile(readArguments(args, { allowPositionals: true }).positionals);
    const tables = await writeBackup(file, now().at);
    await log("desk:backup");
    await answer({ file, tables });
    return exitStatus.done;
  },
};

const restore: DeskCommand = {
  words: ["restore"],
  usage: "restore FILE [--erasures FILE]",
  summary:
    "Zet een back-up terug in een leeg loket met dezelfde sleutels, en wist daarin opnieuw wat daarna is gewist " +
    "(erasures.ndjson in DATA_DIR, of het bestand dat u noemt).",
  async run(args) {
    const { values, positionals } = readArguments(args, {
      allowPositionals: true,
      options: { erasures: { type: "string" } },
    });
    const file = requireFile(positionals);
    const [owner, at] = [ownerUrl(), now()];
    const erasures = await knownErasures(values.erasures);
    let erased = nothingErased;
    const restored = await restoreBackup(owner, file, async (connection) => {
      erased = await eraseAgain(connection, erasures ?? [], at);
    });
    if (!restored.ok) throw new Refusal(...restored.problems.map(sentence));
    await sweepErased(erased, at);
    await log("desk:restore");
    await answer({ file, tables: restored.value, erased: erasures === null ? null : erased.count });
    say(erasures === null ? withoutJournal : `Opnieuw gewist: ${erased.count}.`);
    say("Wie was aangemeld, meldt zich opnieuw aan.");
    return exitStatus.done;
  },
};

export const commands = [backup, restore];

const withoutJournal =
  "Let op: er is geen lijst van wat na deze back-up is gewist. Wat toen is gewist, is nu weer terug. " +
  "Hebt u die lijst nog? Geef dan: desk erasures replay FILE.";

/** Null: nobody named a journal, and none lies beside the keys. */
async function knownErasures(named: string | undefined): Promise<readonly Erasure[] | null> {
  const usual = journalIn(parseLaunchSettings(process.env).dataDirectory);
  if (named === undefined && !existsSync(usual)) return null;
  return erasuresIn(named === undefined ? usual : fileOf(named));
}

function log(action: AuditAct["action"]): Promise<void> {
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
