import path from "node:path";
import { defineConfig } from "@playwright/test";
import { findBrowser } from "./bin/browser";

const { CI, E2E_PORT, E2E_DATA_DIR } = process.env;
const port = E2E_PORT ?? "3107";
const baseURL = `http://localhost:${port}`;
const executablePath = findBrowser();

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: ".tmp/e2e-results",
  forbidOnly: Boolean(CI),
  // See vitest.config.ts: named at the end of the run.
  retries: CI ? 1 : 0,
  fullyParallel: false,
  workers: 2,
  timeout: 120_000,
  // The desk itself gives an answer to a form five seconds: what waits for a page after it waits longer.
  expect: { timeout: 10_000 },
  reporter: [["list"], ["json", { outputFile: ".tmp/e2e.json" }]],
  use: {
    baseURL,
    locale: "nl-NL",
    timezoneId: "Europe/Amsterdam",
    // Not where nobody can open it afterwards: keeping it slows down each test.
    trace: CI ? "off" : "retain-on-failure",
    screenshot: "only-on-failure",
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  webServer: {
    command: `"${process.execPath}" bin/start.mjs`,
    url: `${baseURL}/api/health/live`,
    env: {
      PORT: port,
      HOST: "127.0.0.1",
      PUBLIC_URL: "",
      SEED: "demo",
      DATABASE_URL: "",
      MIGRATION_DATABASE_URL: "",
      DATA_DIR: E2E_DATA_DIR ?? path.join(import.meta.dirname, ".tmp", "e2e"),
    },
    // The first start makes the demo world, and builds when nobody did.
    timeout: 300_000,
    reuseExistingServer: E2E_PORT === undefined,
    gracefulShutdown: { signal: "SIGTERM", timeout: 40_000 },
    stdout: "pipe",
    stderr: "pipe",
  },
});
