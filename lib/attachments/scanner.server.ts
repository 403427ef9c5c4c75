import "server-only";
import { connect, type Socket } from "node:net";
import { text } from "node:stream/consumers";
import { settings } from "@/lib/config/env.server";
import { log } from "@/lib/config/log.server";

/** unknown: the scanner cannot be reached or does not say; the file waits. */
export type Verdict = "clean" | "harmful" | "unknown";

const patienceMilliseconds = 30_000;
const chunkBytes = 64 * 1024;

export function hasScanner(): boolean {
  return settings().clamdUrl !== null;
}

/**
 * What ClamAV's daemon says of a file. Only its plain "OK" is clean: something found, too large to look at or locked
 * is not. Without a scanner there is nobody to ask, and the page says so.
 */
export async function scan(bytes: Buffer): Promise<Verdict> {
  const { clamdUrl } = settings();
  if (clamdUrl === null) return "clean";
  try {
    return verdictOf(await ask(clamdUrl, bytes));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    log().warn({ err: error }, "the virus scanner did not answer; the file waits");
    return "unknown";
  }
}

function verdictOf(answer: string): Verdict {
  if (/^stream: OK\0?$/.test(answer)) return "clean";
  return / FOUND\0?$|size limit exceeded/i.test(answer) ? "harmful" : "unknown";
}

/** INSTREAM: pieces with their length before them, and a piece of no length at the end. */
async function ask(address: string, bytes: Buffer): Promise<string> {
  const socket = open(new URL(address));
  socket.setTimeout(patienceMilliseconds, () => socket.destroy(new Error("the virus scanner took too long")));
  const answer = text(socket);
  socket.write("zINSTREAM\0");
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    const chunk = bytes.subarray(at, at + chunkBytes);
    socket.write(lengthOf(chunk.length));
    socket.write(chunk);
  }
  socket.end(lengthOf(0));
  return answer;
}

function open({ protocol, hostname, port, pathname }: URL): Socket {
  return protocol === "unix:"
    ? connect({ path: decodeURIComponent(pathname), allowHalfOpen: true })
    : connect({ host: hostname.replaceAll(/[[\]]/g, ""), port: Number(port || 3310), allowHalfOpen: true });
}

function lengthOf(length: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(length);
  return bytes;
}
