import { SettingProblem } from "@/lib/config/settings";
import { prisma } from "@/lib/db/client.server";
import { runJobs } from "@/lib/web/jobs.server";
import { interruption } from "./interruption";

/** Mail, notices and whatever else follows from what people did. Any number of these may run; Ctrl-C or SIGTERM ends one. */
try {
  await runJobs(interruption());
} catch (error) {
  if (!(error instanceof SettingProblem)) throw error;
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await prisma.$disconnect();
}
