import { parseLaunchSettings, SettingProblem } from "@/lib/config/settings";
import { prepareDatabase, withDatabase } from "@/prisma/embedded";
import { StartProblem } from "@/prisma/processes";

/** Brings a database up to date without starting the desk: the step before new instances are rolled out. */
try {
  const applied = await withDatabase(parseLaunchSettings(process.env), process.env, prepareDatabase);
  console.log(applied.length === 0 ? "The database was up to date." : `Applied ${applied.join(", ")}.`);
} catch (error) {
  if (!(error instanceof StartProblem || error instanceof SettingProblem)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
