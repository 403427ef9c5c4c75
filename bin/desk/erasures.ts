import {
  answer,
  type DeskCommand,
  exitStatus,
  Refusal,
  readArguments,
  refuseUnlessFile,
  requireFile,
  requireNewFile,
} from "@/bin/desk/command";
import type { Erasure } from "@/lib/audit/erasures";
import { writeJournal } from "@/lib/audit/journal.server";
import { readJournal } from "@/lib/audit/read-journal.server";
import { recordRead } from "@/lib/audit/record.server";
import { parseLaunchSettings } from "@/lib/config/settings";
import { inBulk } from "@/lib/db/bulk.server";
import { systemViewer } from "@/lib/identity/viewer";
import { now } from "@/lib/shared/clock";
import type { Problem } from "@/lib/shared/problem";
import { eraseAgain, sweepErased } from "@/lib/web/erase-again.server";

const write: DeskCommand = {
  words: ["erasures", "write"],
  usage: "erasures write FILE",
  summary: "Schrijft in een nieuw bestand wat op dit loket is gewist, zonder namen. Dit hoort bij terugzetten.",
  async run(args) {
    const file = requireNewFile(readArguments(args, { allowPositionals: true }).positionals);
    await answer({ file, erasures: await writeJournal(file) });
    return exitStatus.done;
  },
};

const replay: DeskCommand = {
  words: ["erasures", "replay"],
  usage: "erasures replay FILE",
  summary: "Wist opnieuw wat in dit bestand staat, als een back-up op een andere manier is teruggezet.",
  async run(args) {
    const file = requireFile(readArguments(args, { allowPositionals: true }).positionals);
    const erasures = await erasuresIn(file);
    const at = now();
    const erased = await inBulk(ownerUrl(), "READ COMMITTED", async (connection) => ({
      keep: true,
      value: await eraseAgain(connection, erasures, at),
    }));
    await sweepErased(erased, at);
    await recordRead(systemViewer("command-line"), at, {
      action: "desk:erase-again",
      object: { kind: "desk", count: erased.count },
      reason: "backup-of-the-desk",
    });
    await answer({ file, erasures: erasures.length, erased: erased.count });
    return exitStatus.done;
  },
};

export const commands = [write, replay];

/** What a journal names, or a refusal of the whole of it. */
export async function erasuresIn(file: string): Promise<readonly Erasure[]> {
  refuseUnlessFile(file);
  const read = await readJournal(file);
  if (!read.ok) throw new Refusal(...read.problems.map((problem) => sentence(file, problem)));
  return read.value;
}

/** Whoever puts things back is the owner of the tables. */
export function ownerUrl(): string {
  const { migrationDatabaseUrl } = parseLaunchSettings(process.env);
  if (migrationDatabaseUrl === null)
    throw new Refusal("MIGRATION_DATABASE_URL ontbreekt: terugzetten doet de eigenaar.");
  return migrationDatabaseUrl;
}

function sentence(file: string, { code, facts }: Problem): string {
  if (code === "erasures-of-other-desk") return `${file} is van een ander loket, of van andere sleutels.`;
  return `${file}, regel ${facts?.["line"]}: ${faults[String(facts?.["fault"])] ?? code}`;
}

const faults: Readonly<Record<string, string>> = {
  "no-journal": "dit is geen lijst van wat is gewist.",
  "not-whole": "deze regel is niet heel.",
  "unknown-kind": "dit loket weet niet wat dit voor iets is.",
  "wrong-shape": "in deze regel staat iets wat er niet hoort, of er ontbreekt iets.",
};
