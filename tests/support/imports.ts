import { importFile } from "@/lib/directory/commands.server";
import { type ImportKind, isImportKind } from "@/lib/directory/import-rows";
import type { RefusedCell } from "@/lib/directory/imports/read-rows";
import { systemViewer } from "@/lib/identity/viewer";
import { now } from "@/lib/shared/clock";
import { bytesOf } from "@/tests/support/bytes";

interface Choices {
  readonly isPartial?: boolean;
  readonly isDryRun?: boolean;
}

/** Imports a file as the command line does; what was refused comes back with the counts. */
export async function importBytes(
  kind: string,
  bytes: AsyncIterable<Uint8Array>,
  { isPartial = false, isDryRun = false }: Choices = {},
) {
  if (!isImportKind(kind)) throw new TypeError(`${kind} is no kind of import`);
  const refused: RefusedCell[] = [];
  const onRefused = (cells: readonly RefusedCell[]) => void refused.push(...cells);
  const result = await importFile(systemViewer("import"), { kind, bytes, isPartial, isDryRun, onRefused }, now());
  return result.ok ? { ...result.value, refused } : { problems: result.problems, refused };
}

/** A file written in a test: a header and its rows. */
export function importText(kind: ImportKind, text: string, choices?: Choices) {
  const lines = text.trim().split("\n");
  return importBytes(kind, bytesOf(`${lines.map((line) => line.trim()).join("\n")}\n`), choices);
}
