import { readFileSync, rmSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { freePort } from "@/prisma/server-process";
import { findOrInstallBrowser } from "./browser";
import { build, isBuilt } from "./build";
import { type Environment, endChild, root, startScript, statusOf } from "./child";
import { interruption } from "./interruption";

type Counts = {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** What did not simply pass, by name: said last, where whoever sees only the end of a long run finds it. */
  readonly remarks: readonly string[];
};

const onePassed: Counts = { passed: 1, failed: 0, skipped: 0, remarks: [] };
const oneSkipped: Counts = { passed: 0, failed: 0, skipped: 1, remarks: [] };
const oneFailed = (name: string): Counts => ({ passed: 0, failed: 1, skipped: 0, remarks: [`FAILED: ${name}`] });

const vitestProjects = ["unit", "integration", "policy", "architecture"] as const;
const checks = ["lint", "types", ...vitestProjects, "build", "e2e"] as const;
type Check = (typeof checks)[number];

const interrupted = interruption();

async function main(): Promise<Counts> {
  const wanted = chosenChecks();
  await mkdir(path.join(root, ".tmp"), { recursive: true });
  if (wanted.has("e2e") && findOrInstallBrowser() === null) {
    console.error("There is no browser: install Debian's chromium, or let Playwright download its own.");
    return oneFailed("looking for a browser");
  }
  const results: Counts[] = [];
  const step = async (names: readonly Check[], work: () => Promise<Counts>) => {
    if (interrupted.aborted || !names.some((name) => wanted.has(name))) return;
    console.log(`\n== ${names.filter((name) => wanted.has(name)).join(", ")}`);
    results.push(await work());
  };
  await step(["lint"], async () =>
    run("lint", "node_modules/@biomejs/biome/bin/biome", ["ci", `--colors=${process.stdout.isTTY ? "force" : "off"}`]),
  );
  await step(["types"], checkTypes);
  await step(vitestProjects, () => runVitest(vitestProjects.filter((name) => wanted.has(name))));
  await step(["build"], async () => (isBuilt() || (await build(interrupted)) ? onePassed : oneFailed("build")));
  await step(["e2e"], async () => (isBuilt() || !wanted.has("build") ? runPlaywright() : withoutBuild()));
  if (interrupted.aborted) results.push(oneFailed("all that came after the interruption"));
  return results.reduce(add, { passed: 0, failed: 0, skipped: 0, remarks: [] });
}

/** Every check, or those after `--only`, separated by commas. */
function chosenChecks(): ReadonlySet<Check> {
  const at = process.argv.indexOf("--only");
  if (at < 0) return new Set(checks);
  const names = (process.argv[at + 1] ?? "").split(",");
  const unknown = names.filter((name) => !checks.some((check) => check === name));
  if (unknown.length > 0) throw new Error(`--only takes ${checks.join(", ")}; not ${unknown.join(", ")}.`);
  return new Set(checks.filter((check) => names.includes(check)));
}

async function checkTypes(): Promise<Counts> {
  const routes = await run("types of the routes", "node_modules/next/dist/bin/next", ["typegen"], {
    NEXT_TELEMETRY_DISABLED: "1",
  });
  return routes.failed > 0 ? routes : run("types", "node_modules/typescript/bin/tsc", ["--noEmit"]);
}

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(
        z.object({ fullName: z.string(), status: z.string(), failureMessages: z.array(z.string()) }),
      ),
    }),
  ),
});

type VitestFile = z.infer<typeof vitestReport>["testResults"][number];

async function runVitest(projects: readonly string[]): Promise<Counts> {
  const report = freshReport("vitest.json");
  const status = await finish("node_modules/vitest/vitest.mjs", [
    "run",
    ...projects.map((name) => `--project=${name}`),
    "--reporter=dot",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ]);
  const counts = vitestReport.safeParse(readReport(report)).data;
  if (counts === undefined) return oneFailed("the report of vitest");
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = counts;
  // A file that cannot be loaded has no tests that fail.
  const failed = numFailedTests === 0 && status !== 0 ? 1 : numFailedTests;
  return {
    passed: numPassedTests,
    failed,
    skipped: numPendingTests + numTodoTests,
    remarks: counts.testResults.flatMap(remarksOnFile),
  };
}

function remarksOnFile({ name, status, assertionResults }: VitestFile): string[] {
  const file = path.relative(root, name);
  const tried = assertionResults.filter(({ failureMessages }) => failureMessages.length > 0);
  if (tried.length === 0) return status === "failed" ? [`FAILED: ${file}`] : [];
  return tried.map(({ fullName, status: outcome, failureMessages }) =>
    [
      `${outcome === "passed" ? "PASSED AT THE SECOND TRY" : "FAILED"}: ${file} > ${fullName}`,
      ...(failureMessages[0] ?? "")
        .split("\n")
        .filter((line) => !line.includes("node_modules") && !line.includes("new Promise"))
        .slice(0, 12),
    ].join("\n    "),
  );
}

type Suite = {
  readonly file: string;
  readonly specs: readonly { readonly title: string; readonly tests: readonly { readonly status: string }[] }[];
  readonly suites?: readonly Suite[] | undefined;
};

const suite: z.ZodType<Suite> = z.lazy(() =>
  z.object({
    file: z.string(),
    specs: z.array(z.object({ title: z.string(), tests: z.array(z.object({ status: z.string() })) })),
    suites: z.array(suite).optional(),
  }),
);

const playwrightReport = z.object({
  suites: z.array(suite),
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
});

async function runPlaywright(): Promise<Counts> {
  const report = freshReport("e2e.json");
  const dataDirectory = path.join(root, ".tmp", "e2e");
  rmSync(dataDirectory, { recursive: true, force: true });
  const status = await finish("node_modules/@playwright/test/cli.js", ["test", "--pass-with-no-tests"], {
    E2E_PORT: String(await freePort()),
    E2E_DATA_DIR: dataDirectory,
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
  });
  const counts = playwrightReport.safeParse(readReport(report)).data;
  if (counts === undefined) return status === 0 ? oneSkipped : oneFailed("the report of playwright");
  const { expected, unexpected, flaky, skipped } = counts.stats;
  const failed = unexpected === 0 && status !== 0 ? 1 : unexpected;
  return { passed: expected + flaky, failed, skipped, remarks: counts.suites.flatMap(remarksOnSuite) };
}

function remarksOnSuite({ file, specs, suites = [] }: Suite): string[] {
  const remark = (title: string, status: string): string[] => {
    if (status === "unexpected") return [`FAILED: tests/e2e/${file} > ${title}`];
    return status === "flaky" ? [`PASSED AT THE SECOND TRY: tests/e2e/${file} > ${title}`] : [];
  };
  return [
    ...specs.flatMap(({ title, tests }) => tests.flatMap(({ status }) => remark(title, status))),
    ...suites.flatMap(remarksOnSuite),
  ];
}

async function withoutBuild(): Promise<Counts> {
  console.log("Not tried, because there is no build.");
  return oneSkipped;
}

async function run(name: string, script: string, args: readonly string[], env: Environment = {}): Promise<Counts> {
  return (await finish(script, args, env)) === 0 ? onePassed : oneFailed(name);
}

async function finish(script: string, args: readonly string[], env: Environment = {}): Promise<number> {
  const child = startScript(script, args, env);
  const end = () => void endChild(child, 30_000);
  interrupted.addEventListener("abort", end);
  const status = await statusOf(child);
  interrupted.removeEventListener("abort", end);
  return status;
}

function freshReport(name: string): string {
  const file = path.join(root, ".tmp", name);
  rmSync(file, { force: true });
  return file;
}

function readReport(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

const add = (a: Counts, b: Counts): Counts => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
  remarks: [...a.remarks, ...b.remarks],
});

function closingLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

const total = await main().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  return oneFailed("the run itself");
});
console.log(["", ...total.remarks, "", closingLine(total)].join("\n"));
process.exitCode = total.failed === 0 ? 0 : 1;
