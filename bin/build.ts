import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { root, startScript, statusOf } from "./child";
import { compileEarly } from "./eager-scripts";

const sources = ["app", "components", "lib", "public", "prisma/schema"];
const sourceFiles = [
  "package-lock.json",
  "bin/eager-scripts.ts",
  "next.config.mjs",
  "postcss.config.mjs",
  "instrumentation.ts",
  "tsconfig.json",
];
const buildId = path.join(root, ".next", "BUILD_ID");
const stamp = path.join(root, ".next", "source-hash");

/** A fingerprint of everything that a build is made from. */
export function sourceHash(): string {
  const files = [
    ...sourceFiles.filter((file) => existsSync(path.join(root, file))),
    ...sources.filter((folder) => existsSync(path.join(root, folder))).flatMap(filesIn),
  ];
  const { PUBLIC_URL } = process.env;
  const hash = createHash("sha256").update(PUBLIC_URL ?? "");
  for (const file of files) hash.update(file).update(readFileSync(path.join(root, file)));
  return hash.digest("hex").slice(0, 24);
}

function filesIn(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .filter((file) => !file.startsWith(path.join("lib", "db", "generated")))
    .sort();
}

export function isBuilt(): boolean {
  const built = existsSync(buildId) && existsSync(stamp);
  return built && readFileSync(stamp, "utf8") === sourceHash();
}

/** Builds the pages; false when that fails, and then the compiler has said why. */
export async function build(interrupted?: AbortSignal): Promise<boolean> {
  const hash = sourceHash();
  rmSync(buildId, { force: true });
  const compiler = startScript("node_modules/next/dist/bin/next", ["build"], { ...nextSettings(), SOURCE_HASH: hash });
  const stop = () => compiler.kill("SIGTERM");
  interrupted?.addEventListener("abort", stop);
  const status = await statusOf(compiler);
  interrupted?.removeEventListener("abort", stop);
  if (status !== 0 || !existsSync(buildId)) return false;
  compileEarly(path.join(root, ".next", "static", "chunks"));
  writeFileSync(stamp, hash);
  return true;
}

export function nextSettings(): Readonly<Record<string, string>> {
  return { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
}

/** How a server of the pages starts: what Node compiled for it once, it need not compile at the next start. */
export function serverSettings(): Readonly<Record<string, string>> {
  return { ...nextSettings(), NODE_COMPILE_CACHE: path.join(root, ".next", "compiled") };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  process.exitCode = (await build()) ? 0 : 1;
}
