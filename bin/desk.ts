import { type DeskCommand, type ExitStatus, exitStatus, Refusal, say, WrongUse } from "@/bin/desk/command";
import { commandFiles } from "@/bin/desk/commands";

process.exitCode = await runDesk(process.argv.slice(2));
// Idle connections would keep the program alive.
await globalThis.deskDatabase?.$disconnect();

async function runDesk(args: readonly string[]): Promise<ExitStatus> {
  const [first] = args;
  if (first === undefined || first === "help" || first === "--help" || first === "-h") return showHelp(first);
  const commands = Object.hasOwn(commandFiles, first) ? ((await commandFiles[first]?.())?.commands ?? []) : [];
  const command = commands.find(({ words }) => words.every((word, index) => args[index] === word));
  if (command === undefined) return refuse(`Deze opdracht bestaat niet. Alle opdrachten: desk --help`, commands);
  const rest = args.slice(command.words.length);
  return rest.includes("--help") ? explain([command]) : attempt(command, rest);
}

async function showHelp(asked: string | undefined): Promise<ExitStatus> {
  const files = await Promise.all(Object.values(commandFiles).map((load) => load()));
  explain([...new Set(files.flatMap(({ commands }) => commands))]);
  return asked === undefined ? exitStatus.refused : exitStatus.done;
}

function explain(commands: readonly DeskCommand[]): ExitStatus {
  for (const { usage, summary } of commands) say(`desk ${usage}\n        ${summary}`);
  return exitStatus.done;
}

function refuse(sentence: string, commands: readonly DeskCommand[]): ExitStatus {
  say(sentence);
  explain(commands);
  return exitStatus.refused;
}

async function attempt(command: DeskCommand, args: readonly string[]): Promise<ExitStatus> {
  try {
    return await command.run(args);
  } catch (error) {
    if (error instanceof Refusal) return refuse(error.message, error instanceof WrongUse ? [command] : []);
    say(`desk ${command.words.join(" ")}: ${error instanceof Error ? error.message : String(error)}`);
    return exitStatus.failed;
  }
}
