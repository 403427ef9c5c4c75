import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** Whether this program of Debian is here, or could be installed; whoever calls says loudly what is not tested. */
export function findOrInstall(program: string, packageName: string): boolean {
  // Two that install at once lock each other out: the set-up of the whole run does it, before there are workers.
  if (existsSync(program) || process.env["VITEST_WORKER_ID"] !== undefined) return existsSync(program);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const wait = ["-o", "DPkg::Lock::Timeout=120"];
  spawnSync("apt-get", [...wait, "update", "-qq"], { stdio: "ignore", env });
  spawnSync("apt-get", [...wait, "install", "-qq", "-y", "--no-install-recommends", packageName], {
    stdio: "ignore",
    env,
  });
  return existsSync(program);
}
