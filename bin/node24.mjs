// Plain JavaScript without packages: it runs on an old Node, before anything is installed.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

const inRoot = (...parts) => path.join(root, ...parts);
const digest = (text) => createHash("sha256").update(text).digest("hex");
const textOf = (file) => (existsSync(file) ? readFileSync(file, "utf8") : null);

export const node24 = inRoot("node_modules", ".bin", process.platform === "win32" ? "node.cmd" : "node");

/** Installs the packages of the lock file and writes the database client, when either is not there or older. */
export function prepareCheckout() {
  installPackages();
  writeDatabaseClient();
}

function installPackages() {
  const lockFile = inRoot("package-lock.json");
  const installed = inRoot("node_modules", ".package-lock.json");
  const stamp = inRoot("node_modules", ".installed-lock");
  const wanted = digest(readFileSync(lockFile));
  if (existsSync(installed) && existsSync(node24)) {
    if (textOf(stamp) === wanted) return;
    // Somebody installed by hand: npm's own list is then younger than the lock file.
    if (!existsSync(stamp) && statSync(installed).mtimeMs >= statSync(lockFile).mtimeMs) return;
  }
  console.error("Installing packages; this takes a minute or two the first time.");
  const done = npm(["ci", "--include=dev", "--loglevel=error", "--no-audit", "--no-fund"]);
  if (done.status !== 0 || !existsSync(node24)) {
    refuse("The packages could not be installed: npm says why above; is its registry reachable?");
  }
  writeFileSync(stamp, wanted);
}

function npm(args) {
  const options = { cwd: root, stdio: ["ignore", 2, 2] };
  const script = process.env.npm_execpath;
  if (script?.endsWith(".js")) return spawnSync(process.execPath, [script, ...args], options);
  return spawnSync("npm", args, { ...options, shell: process.platform === "win32" });
}

function writeDatabaseClient() {
  const schema = readdirSync(inRoot("prisma", "schema"))
    .sort()
    .map((name) => readFileSync(inRoot("prisma", "schema", name), "utf8"));
  const wanted = digest(schema.join("\n") + textOf(inRoot("node_modules", "prisma", "package.json")));
  const stamp = inRoot("lib", "db", "generated", ".schema-hash");
  if (textOf(stamp) === wanted) return;
  const done = spawnSync(node24, [inRoot("node_modules", "prisma", "build", "index.js"), "generate"], {
    cwd: root,
    encoding: "utf8",
    // Generating never runs the engine, but looks for one, and would download it.
    env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: "1" },
  });
  if (done.status !== 0) refuse(`The database client could not be written from prisma/schema: ${done.stderr}`);
  writeFileSync(stamp, wanted);
}

/** One sentence for people, and an end that programs notice. */
export function refuse(sentence) {
  console.error(sentence);
  process.exit(1);
}

/** Runs a program of ours on Node 24 in this terminal, and ends as it ends. */
export function handOver(script, args = process.argv.slice(2)) {
  const child = spawn(node24, ["--conditions=react-server", "--import", "tsx", inRoot(script), ...args], {
    cwd: root,
    // The channel closes when this process dies, however it dies: the program then ends too.
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    env: { ...process.env, INIT_CWD: process.env.INIT_CWD ?? process.cwd() },
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  if (process.env.npm_lifecycle_event) whenParentIsGone(() => child.kill("SIGTERM"));
  child.on("error", (error) => refuse(`Node 24 does not start: ${error.message}`));
  child.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 1)));
}

/** npm passes signals on, but cannot when it is killed. */
function whenParentIsGone(act) {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    act();
  }, 500);
  watch.unref();
}
