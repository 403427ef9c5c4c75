import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { chromium } from "@playwright/test";
import { root } from "./child";
import { installPackages } from "./debian";

const ofDebian = "/usr/bin/chromium";

/** A browser for the tests: Debian's, or the one that Playwright brings. Null when neither can be had. */
export function findOrInstallBrowser(): string | null {
  const found = findBrowser();
  if (found !== null) return found;
  console.log("Installing a browser for the tests.");
  for (const install of [fromDebian, withPlaywright]) {
    install();
    const installed = findBrowser();
    if (installed !== null) return installed;
  }
  return null;
}

export function findBrowser(): string | null {
  return [ofDebian, chromium.executablePath()].find((file) => existsSync(file)) ?? null;
}

const fromDebian = () => installPackages("chromium", "fonts-dejavu-core");

function withPlaywright(): void {
  const program = path.join(root, "node_modules", "@playwright", "test", "cli.js");
  spawnSync(process.execPath, [program, "install", "chromium"], { stdio: "ignore", timeout: 300_000 });
}
