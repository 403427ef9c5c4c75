import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { chromium } from "@playwright/test";
import { root } from "./child";
import { installPackages } from "./debian";

/** Without a window it draws the same pages in three quarters of the time; who has only the other one uses that. */
const ofDebian = ["chromium-headless-shell", "chromium"] as const;

/** A browser for the tests: one of Debian's, or the one that Playwright brings. Null when none can be had. */
export function findOrInstallBrowser(): string | null {
  const found = findBrowser();
  if (found !== null) return found;
  console.log("Installing a browser for the tests.");
  for (const install of [...ofDebian.map(fromDebian), withPlaywright]) {
    install();
    const installed = findBrowser();
    if (installed !== null) return installed;
  }
  return null;
}

export function findBrowser(): string | null {
  const places = [...ofDebian.map((name) => `/usr/bin/${name}`), chromium.executablePath()];
  return places.find((file) => existsSync(file)) ?? null;
}

const fromDebian = (name: string) => () => installPackages(name, "fonts-dejavu-core");

function withPlaywright(): void {
  const program = path.join(root, "node_modules", "@playwright", "test", "cli.js");
  spawnSync(process.execPath, [program, "install", "chromium"], { stdio: "ignore", timeout: 300_000 });
}
