import { Agent, type IncomingMessage, request } from "node:http";
import { performance } from "node:perf_hooks";

export interface Tabs {
  /** When each tab heard of an event, by the id of the event. */
  readonly heard: ReadonlyMap<string, readonly number[]>;
  readonly close: () => void;
}

/** Browsers that each listen to what happens, over a connection of their own. */
export async function openTabs(port: number, cookies: readonly string[]): Promise<Tabs> {
  const heard = new Map<string, number[]>();
  const agent = new Agent({ maxSockets: Number.POSITIVE_INFINITY });
  const listen = (stream: IncomingMessage) => {
    let waiting = "";
    stream.on("error", () => undefined);
    stream.on("data", (piece: Buffer) => {
      const frames = `${waiting}${piece.toString("latin1")}`.split("\n\n");
      waiting = frames.pop() ?? "";
      for (const frame of frames) {
        const id = /^id: (\S+)/m.exec(frame)?.[1];
        if (id !== undefined) heard.set(id, [...(heard.get(id) ?? []), performance.now()]);
      }
    });
  };
  const streams: IncomingMessage[] = [];
  // Not all at one moment: that is a measure of its own.
  for (let from = 0; from < cookies.length; from += 20) {
    const some = cookies.slice(from, from + 20);
    streams.push(...(await Promise.all(some.map((cookie) => open(agent, port, cookie)))));
  }
  for (const stream of streams) listen(stream);
  return { heard, close: () => agent.destroy() };
}

function open(agent: Agent, port: number, cookie: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: "127.0.0.1", port, path: "/live", headers: { cookie }, agent }, (answer) => {
      const kind = answer.headers["content-type"] ?? "";
      if (kind.startsWith("text/event-stream")) resolve(answer);
      else reject(new Error(`no stream but ${answer.statusCode} ${kind}`));
    });
    asked.on("error", reject);
    asked.end();
  });
}
