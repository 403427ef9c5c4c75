import { once } from "node:events";
import { existsSync, statSync } from "node:fs";
import path from "node:path";
import { type ParseArgsConfig, parseArgs } from "node:util";

/** Done; the input was refused and nothing was written; something failed. */
export const exitStatus = { done: 0, failed: 1, refused: 2 } as const;
export type ExitStatus = (typeof exitStatus)[keyof typeof exitStatus];

/** One command of the command line. A file in this folder exports `commands`, and has a line in `commands.ts`. */
export interface DeskCommand {
  /** How it is called: `["client", "create"]`. */
  readonly words: readonly string[];
  /** What follows `desk`, as in the help: `client create --organisation CODE --scope SCOPE…`. */
  readonly usage: string;
  /** What it does, in one Dutch sentence. */
  readonly summary: string;
  /** Gets what follows the words; throws a `Refusal` for what a person can mend. */
  run(args: readonly string[]): Promise<ExitStatus>;
}

/** Input that a person can mend, said in Dutch, one sentence per line. Ends the command with status 2. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  constructor(...sentences: readonly string[]) {
    super(sentences.join("\n"));
  }
}

/** A command that was written in another way than its usage says; the usage is shown with it. */
export class WrongUse extends Refusal {}

/** Options and names after the words of a command; an unknown or incomplete one is refused. */
export function readArguments<Config extends Omit<ParseArgsConfig, "args" | "strict">>(
  args: readonly string[],
  config: Config,
) {
  try {
    return parseArgs({ ...config, args: [...args], strict: true });
  } catch (cause) {
    if (!(cause instanceof TypeError && "code" in cause)) throw cause;
    throw new WrongUse(sentenceOf(String(cause.code), /'([^']+)'/.exec(cause.message)?.[1] ?? ""));
  }
}

function sentenceOf(code: string, word: string): string {
  switch (code) {
    case "ERR_PARSE_ARGS_UNKNOWN_OPTION":
      return `Deze opdracht kent de optie ${word} niet.`;
    case "ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL":
      return `Dit hoort hier niet: ${word}.`;
    default:
      return `Bij de optie ${word} ontbreekt de waarde, of hoort er geen.`;
  }
}

/** A file as somebody named it who started the command in another folder. */
export function fileOf(name: string): string {
  return path.resolve(process.env["INIT_CWD"] ?? process.cwd(), name);
}

/** The one file that was named, which must be there. */
export function requireFile(names: readonly string[]): string {
  const file = onlyFile(names);
  refuseUnlessFile(file);
  return file;
}

/** Refuses what is no file that is there, by the name that was given. */
export function refuseUnlessFile(file: string, named = file): void {
  if (!existsSync(file)) throw new Refusal(`Het bestand ${named} is er niet.`);
  if (statSync(file).isDirectory()) throw new Refusal(`${named} is een map. Noem één bestand.`);
}

/** The one file that was named, which is to be made. */
export function requireNewFile(names: readonly string[]): string {
  const file = onlyFile(names);
  if (existsSync(file)) throw new Refusal(`Het bestand ${file} is er al.`);
  if (!existsSync(path.dirname(file))) throw new Refusal(`De map ${path.dirname(file)} is er niet.`);
  return file;
}

function onlyFile([name, ...rest]: readonly string[]): string {
  if (name === undefined || rest.length > 0) throw new WrongUse("Noem één bestand.");
  return fileOf(name);
}

/** For machines: one JSON document, or one line of NDJSON for each call. Waits when the reader is slow. */
export async function answer(value: unknown): Promise<void> {
  if (!process.stdout.write(`${JSON.stringify(value)}\n`)) await once(process.stdout, "drain");
}

/** For people. */
export function say(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}
