import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { chromium } from "@playwright/test";
import { root } from "./child";

const ofDebian = "/usr/bin/chromium";

/** A browser for the tests: Debian's, or the one that Playwright brings. Null when neither can be had. */
export function findOrInstallBrowser(): string | null {
  const found = findBrowser();
  if (found !== null) return found;
  console.log("Installing a browser for the tests.");
  for (const install of [withApt, withPlaywright]) {
    install();
    const installed = findBrowser();
    if (installed !== null) return installed;
  }
  return null;
}

export function findBrowser(): string | null {
  return [ofDebian, chromium.executablePath()].find((file) => existsSync(file)) ?? null;
}

function withApt(): void {
  if (spawnSync("apt-get", ["--version"]).status !== 0) return;
  const elevated = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  for (const words of [
    ["apt-get", "update", "-qq"],
    ["apt-get", "install", "-qq", "-y", "--no-install-recommends", "chromium", "fonts-dejavu-core"],
  ]) {
    const [command = "", ...args] = [...elevated, ...words];
    spawnSync(command, args, { stdio: "ignore", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
  }
}

function withPlaywright(): void {
  const program = path.join(root, "node_modules", "@playwright", "test", "cli.js");
  spawnSync(process.execPath, [program, "install", "chromium"], { stdio: "ignore", timeout: 300_000 });
}
