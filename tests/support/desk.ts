import { execFile } from "node:child_process";
import path from "node:path";
import { testDeskUrl, testOwnerUrl } from "@/tests/support/database";

const root = path.resolve(import.meta.dirname, "../..");
const flags = ["--conditions=react-server", "--import", "tsx", "bin/desk.ts"];

export interface DeskRun {
  readonly status: number;
  /** What machines read, line by line. */
  readonly answers: readonly unknown[];
  /** What people read. */
  readonly said: string;
}

/** Runs the command line as a program, on the database of this test file. */
export function runDesk(...args: readonly string[]): Promise<DeskRun> {
  const { INIT_CWD: _, ...rest } = process.env;
  const env = { ...rest, DATABASE_URL: testDeskUrl(), MIGRATION_DATABASE_URL: testOwnerUrl() };
  return new Promise((resolve) => {
    execFile(process.execPath, [...flags, ...args], { cwd: root, env, maxBuffer: 1e8 }, (error, stdout, stderr) => {
      const lines = stdout.split("\n").filter((line) => line !== "");
      const status = error === null ? 0 : typeof error.code === "number" ? error.code : 1;
      resolve({ status, answers: lines.map((line): unknown => JSON.parse(line)), said: stderr });
    });
  });
}
