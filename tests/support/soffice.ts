import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { findOrInstall } from "./debian";

const run = promisify(execFile);
const program = "/usr/bin/soffice";

/** Whether a real spreadsheet program is here, or could be installed. Says so loudly when not. */
export function hasSpreadsheetProgram(): boolean {
  if (findOrInstall(program, "libreoffice-calc-nogui")) return true;
  console.warn("NOT CHECKED: no LibreOffice here, so no real spreadsheet program opened our files.");
  return false;
}

export interface OpenedCell {
  readonly type: string | undefined;
  readonly text: string;
  /** Of a number or a day: as it is kept, whatever is shown. */
  readonly value: string | undefined;
  readonly formula: string | undefined;
}

/** The cells of a file by sheet, as the spreadsheet program understands them. */
export async function openSpreadsheet(
  bytes: Uint8Array,
  extension: "xlsx" | "csv",
): Promise<ReadonlyMap<string, OpenedCell[]>> {
  const directory = await mkdtemp(path.join(tmpdir(), "sheet-"));
  try {
    const file = path.join(directory, `file.${extension}`);
    await writeFile(file, bytes);
    const profile = `-env:UserInstallation=file://${directory}/profile`;
    await run(program, [profile, "--headless", "--convert-to", "fods", "--outdir", directory, file], {
      timeout: 50_000,
    });
    return cellsOf(await readFile(path.join(directory, "file.fods"), "utf8"));
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

const cellPattern = /<table:table-cell((?:[^>"]|"[^"]*")*?)(?:\/>|>([\s\S]*?)<\/table:table-cell>)/g;

function cellsOf(xml: string): ReadonlyMap<string, OpenedCell[]> {
  const sheets = [...xml.matchAll(/<table:table table:name="([^"]*)"[\s\S]*?<\/table:table>/g)];
  return new Map(
    sheets.map(([sheet, name = ""]) => [
      name,
      [...sheet.matchAll(cellPattern)].map(([, attributes = "", inner = ""]) => ({
        type: /office:value-type="([^"]*)"/.exec(attributes)?.[1],
        value: /office:(?:date-)?value="([^"]*)"/.exec(attributes)?.[1],
        formula: /table:formula="([^"]*)"/.exec(attributes)?.[1],
        text: inner.replaceAll(/<[^>]*>/g, "").trim(),
      })),
    ]),
  );
}
