import path from "node:path";
import { defineConfig } from "vitest/config";

const root = import.meta.dirname;

const shared = {
  resolve: {
    alias: [
      { find: /^@\//, replacement: `${root}/` },
      // Outside Next nothing stands between server and browser, so the guard would only throw.
      { find: /^server-only$/, replacement: path.join(root, "node_modules/server-only/empty.js") },
    ],
  },
};

const withoutDatabase = (name: string) => ({
  ...shared,
  test: { name, include: [`tests/${name}/**/*.test.{ts,tsx}`], environment: "node" as const, testTimeout: 60_000 },
});

const withDatabase = (name: string) => ({
  ...shared,
  test: {
    name,
    include: [`tests/${name}/**/*.test.{ts,tsx}`],
    environment: "node" as const,
    globalSetup: ["tests/support/global-setup.ts"],
    setupFiles: ["tests/support/database-setup.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // One that passes only then is named at the end of the run: to be mended, but no reason to refuse what others made.
    retry: process.env["CI"] ? 1 : 0,
  },
});

export default defineConfig({
  test: {
    maxWorkers: 2,
    passWithNoTests: true,
    projects: [
      withoutDatabase("unit"),
      withDatabase("integration"),
      withDatabase("policy"),
      withoutDatabase("architecture"),
    ],
  },
});
