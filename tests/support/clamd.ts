import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { findOrInstall } from "./debian";

const program = "/usr/sbin/clamd";
/** EICAR's own file, known by its fingerprint and length; and the same words anywhere in another file. */
const signatures = {
  "test.hdb": "44d88612fea8a8f36de82e1278abb02f:68:Eicar-Test-Signature\n",
  "test.ndb": `Eicar-Anywhere:0:*:${Buffer.from(`EICAR-STANDARD-${"ANTIVIRUS"}-TEST-FILE`).toString("hex")}\n`,
};

/** Whether this machine has the scanner, or lets it be installed. */
export function hasClamd(): boolean {
  if (findOrInstall(program, "clamav-daemon")) return true;
  console.warn(
    "\nSKIPPED: the virus scanner (clamav-daemon) cannot be installed here, so nothing is tested against it.\n",
  );
  return false;
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return port;
}

/** A port, or the path of a socket. */
type Door = number | string;

/** A real scanner with a signature list of its own, at this door. */
export async function openClamd(door: Door, streamMax = "12M"): Promise<{ readonly close: () => Promise<void> }> {
  const home = await mkdtemp(path.join(tmpdir(), "clamd-"));
  for (const [name, text] of Object.entries(signatures)) await writeFile(path.join(home, name), text);
  const config = path.join(home, "clamd.conf");
  await writeFile(config, configOf(home, door, streamMax));
  const daemon = spawn(program, ["-c", config], { stdio: ["ignore", "pipe", "pipe"] });
  await isListening(daemon, door);
  return {
    close: async () => {
      const ended = new Promise((resolve) => daemon.once("exit", resolve));
      daemon.kill("SIGKILL");
      await ended;
      await rm(home, { recursive: true, force: true });
    },
  };
}

function configOf(home: string, door: Door, streamMax: string): string {
  const settings = {
    DatabaseDirectory: home,
    ...(typeof door === "string" ? { LocalSocket: door } : { TCPSocket: door, TCPAddr: "127.0.0.1" }),
    Foreground: "yes",
    AlertExceedsMax: "yes",
    AlertEncrypted: "yes",
    StreamMaxLength: streamMax,
    ...(process.getuid?.() === 0 ? { User: "root" } : {}),
  };
  return Object.entries(settings)
    .map(([name, value]) => `${name} ${value}\n`)
    .join("");
}

async function isListening(daemon: ChildProcess, door: Door): Promise<void> {
  const { connect } = await import("node:net");
  for (let tries = 0; tries < 600; tries += 1) {
    if (daemon.exitCode !== null) throw new Error("the virus scanner did not start");
    const isOpen = await new Promise<boolean>((resolve) => {
      const at = typeof door === "string" ? { path: door } : { host: "127.0.0.1", port: door };
      const socket = connect(at, () => {
        socket.destroy();
        resolve(true);
      });
      socket.on("error", () => resolve(false));
    });
    if (isOpen) return;
    await wait(100);
  }
  throw new Error("the virus scanner did not start in time");
}
