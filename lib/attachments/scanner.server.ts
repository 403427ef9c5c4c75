import "server-only";
import { connect, type Socket } from "node:net";
import { text } from "node:stream/consumers";
import { DateTime } from "luxon";
import { settings } from "@/lib/config/env.server";
import { log } from "@/lib/config/log.server";

/**
 * unscannable: too much for the scanner to look at, and therefore not clean. unknown: the scanner cannot be reached or
 * does not say; the file waits.
 */
export type Verdict = "clean" | "harmful" | "unscannable" | "unknown";

const patienceMilliseconds = 30_000;
/** Nothing is looked at for these answers. */
const shortPatienceMilliseconds = 5000;

export function hasScanner(): boolean {
  return settings().clamdUrl !== null;
}

/** Whether there is a scanner that listens at this moment and knows enough; else no file can get a verdict. */
export async function isScannerThere(): Promise<boolean> {
  const { clamdUrl } = settings();
  if (clamdUrl === null || !/^PONG\0?$/.test(await askShortly(clamdUrl, ["zPING\0"]))) return false;
  return isUpToDate(clamdUrl);
}

/** A list of signatures is made anew each day: older than a day is worth an alarm, older than this is too old. */
const oldestHours = 72;
const usualHours = 24;

/** A list of an operator's own has no date, and is as good as he keeps it. */
async function isUpToDate(clamdUrl: string): Promise<boolean> {
  const version = await askShortly(clamdUrl, ["zVERSION\0"]);
  const made = madeAt(version);
  if (made === null) return version.startsWith("ClamAV ");
  const hours = -made.diffNow().as("hours");
  if (hours > usualHours) log().warn({ hours: Math.round(hours) }, "the signatures of the virus scanner are old");
  return hours <= oldestHours;
}

/** The end of "ClamAV 1.4.3/27826/Thu Nov 26 09:24:07 2026", in the scanner's own time, which is near enough. */
function madeAt(version: string): DateTime | null {
  const [, , day] = version.replace(/\0$/, "").split("/");
  const made = DateTime.fromFormat(day?.replaceAll(/ +/g, " ") ?? "", "EEE MMM d HH:mm:ss yyyy", {
    zone: "utc",
    locale: "en",
  });
  return made.isValid ? made : null;
}

/**
 * What ClamAV's daemon says of a file. Only its plain "OK" is clean, and only while it knows what is new: something
 * found, too large to look at or locked is not. Without a scanner there is nobody to ask, and the page says so.
 */
export async function scan(bytes: Buffer): Promise<Verdict> {
  const { clamdUrl } = settings();
  if (clamdUrl === null) return "clean";
  try {
    const [answer, knows] = await Promise.all([
      ask(clamdUrl, [...announced(bytes), bytes, lengthOf(0)], patienceMilliseconds),
      isUpToDate(clamdUrl),
    ]);
    const verdict = verdictOf(answer);
    return verdict === "clean" && !knows ? "unknown" : verdict;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    // Hung up on while the file still goes out, its answer may be lost with the connection: asked for the length alone.
    if (sizeLimit.test(await askShortly(clamdUrl, announced(bytes)))) return "unscannable";
    log().warn({ err: error }, "the virus scanner did not answer; the file waits");
    return "unknown";
  }
}

const sizeLimit = /size limit exceeded/i;

function verdictOf(answer: string): Verdict {
  if (/^stream: OK\0?$/.test(answer)) return "clean";
  if (sizeLimit.test(answer) || answer.includes(" Heuristics.Limits.Exceeded")) return "unscannable";
  return / FOUND\0?$/.test(answer) ? "harmful" : "unknown";
}

/** INSTREAM: a piece with its length before it, and a piece of no length at the end. */
function announced({ length }: Buffer): readonly (string | Buffer)[] {
  return ["zINSTREAM\0", lengthOf(length)];
}

async function ask(address: string, pieces: readonly (string | Buffer)[], milliseconds: number): Promise<string> {
  const socket = open(new URL(address));
  socket.setTimeout(milliseconds, () => socket.destroy(new Error("the virus scanner took too long")));
  const answer = text(socket);
  for (const piece of pieces) socket.write(piece);
  socket.end();
  return answer;
}

/** No answer is an empty one. */
function askShortly(address: string, pieces: readonly (string | Buffer)[]): Promise<string> {
  return ask(address, pieces, shortPatienceMilliseconds).catch(() => "");
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
