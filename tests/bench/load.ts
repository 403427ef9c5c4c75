import { Agent, request } from "node:http";
import { performance } from "node:perf_hooks";
import { setTimeout as wait } from "node:timers/promises";
import { cpuMilliseconds } from "@/tests/bench/process-figures";
import { percentile } from "@/tests/bench/rounds";

export interface Ask {
  readonly path: string;
  readonly method?: "GET" | "POST";
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

export interface Answer {
  readonly status: number;
  readonly text: string;
}

export interface Server {
  readonly port: number;
  readonly pid: number;
}

interface Load {
  readonly server: Server;
  readonly connections?: number;
  readonly milliseconds: number;
  /** The next thing to ask; connections are numbered from 0. */
  readonly next: (connection: number) => Ask;
  readonly onAnswer?: (answer: Answer, milliseconds: number) => void;
  /** How many milliseconds a connection waits before it asks again; absent: it does not. */
  readonly restAfter?: (answer: Answer) => number;
  /** What the answers should say; others stop the run. */
  readonly status?: number | readonly number[];
}

export interface Loaded {
  readonly count: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  /** What the server's own process worked for each answer. */
  readonly cpuPerAnswer: number;
  readonly bytesPerAnswer: number;
}

const most = 200_000;

/** Asks for a while over connections that stay open, and stops by itself. */
export async function load(asked: Load): Promise<Loaded> {
  const { server, connections = 8, milliseconds, next, onAnswer, restAfter, status = 200 } = asked;
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const expected = new Set(typeof status === "number" ? [status] : status);
  const times: number[] = [];
  let bytes = 0;
  const worked = cpuMilliseconds(server.pid);
  const began = performance.now();
  const work = async (connection: number) => {
    while (performance.now() - began < milliseconds && times.length < most) {
      const at = performance.now();
      const answer = await ask(agent, server.port, next(connection));
      const took = performance.now() - at;
      times.push(took);
      bytes += answer.text.length;
      if (!expected.has(answer.status))
        throw new Error(`an answer with status ${answer.status}: ${answer.text.slice(0, 300)}`);
      onAnswer?.(answer, took);
      const rest = restAfter?.(answer) ?? 0;
      if (rest > 0) await wait(rest);
    }
  };
  try {
    await Promise.all(Array.from({ length: connections }, (_, connection) => work(connection)));
  } finally {
    agent.destroy();
  }
  const seconds = (performance.now() - began) / 1000;
  return {
    count: times.length,
    perSecond: times.length / seconds,
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    cpuPerAnswer: (cpuMilliseconds(server.pid) - worked) / times.length,
    bytesPerAnswer: bytes / times.length,
  };
}

export function ask(agent: Agent, port: number, { path, method = "GET", headers = {}, body }: Ask): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: "127.0.0.1", port, path, method, headers, agent, timeout: 60_000 }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("error", reject);
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString("latin1") }),
      );
    });
    asked.on("error", reject);
    asked.on("timeout", () => asked.destroy(new Error(`no answer on ${path}`)));
    asked.end(body);
  });
}
