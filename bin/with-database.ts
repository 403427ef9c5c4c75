import { parseLaunchSettings, SettingProblem } from "@/lib/config/settings";
import { openDatabase, prepareDatabase } from "@/prisma/embedded";
import { StartProblem } from "@/prisma/processes";
import { endChild, startProgram, statusOf } from "./child";
import { interruption } from "./interruption";

/** Runs the named program on the desk's database, which is started for its duration when it is not running. */
async function main(): Promise<number> {
  const [script, ...args] = process.argv.slice(2);
  if (script === undefined) throw new StartProblem("Name the program to run.");
  const interrupted = interruption();
  const database = await openDatabase(parseLaunchSettings(process.env), process.env);
  try {
    await prepareDatabase(database);
    const owner = database.ownerUrl === null ? {} : { MIGRATION_DATABASE_URL: database.ownerUrl };
    const program = startProgram(script, args, { ...database.environment, ...owner });
    interrupted.addEventListener("abort", () => void endChild(program, 5_000));
    return await statusOf(program);
  } finally {
    await database.close();
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof StartProblem || error instanceof SettingProblem)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
