import "server-only";
import { log } from "@/lib/config/log.server";
import { readViolations } from "./violation";

const bodyBytesMax = 16_384;
const linesPerMinuteMax = 60;

let minute = 0;
let lines = 0;

/** Anybody can send such a report, so it is short, it is counted, and nothing in it is believed. */
export async function receiveViolation(request: Request): Promise<Response> {
  const done = new Response(null, { status: 204 });
  if (Number(request.headers.get("content-length") ?? bodyBytesMax + 1) > bodyBytesMax) return done;
  for (const violation of readViolations(parseJson(await request.text()))) {
    if (isRoomInLog()) log().warn({ violation }, "a browser stopped something by the content policy");
  }
  return done;
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function isRoomInLog(): boolean {
  const current = Math.floor(Date.now() / 60_000);
  if (current !== minute) {
    minute = current;
    lines = 0;
  }
  lines += 1;
  return lines <= linesPerMinuteMax;
}
