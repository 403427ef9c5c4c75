import { existsSync } from "node:fs";
import { installPackages } from "@/bin/debian";

/** Whether this program of Debian is here, or could be installed; whoever calls says loudly what is not tested. */
export function findOrInstall(program: string, packageName: string): boolean {
  if (existsSync(program)) return true;
  // Two that install at once lock each other out: the set-up of the whole run does it, before there are workers.
  if (process.env["VITEST_WORKER_ID"] !== undefined) return false;
  installPackages(packageName);
  return existsSync(program);
}
