import { spawnSync } from "node:child_process";

/** Installs packages of Debian where this machine has them and this user may; says nothing, so look whether they came. */
export function installPackages(...packages: readonly string[]): void {
  if (spawnSync("apt-get", ["--version"]).status !== 0) return;
  const elevated = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  for (const words of [
    ["update", "-qq"],
    ["install", "-qq", "-y", "--no-install-recommends", ...packages],
  ]) {
    const [command = "", ...args] = [...elevated, "apt-get", "-o", "DPkg::Lock::Timeout=120", ...words];
    spawnSync(command, args, { stdio: "ignore", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
  }
}
