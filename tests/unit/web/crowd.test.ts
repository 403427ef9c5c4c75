import { once } from "node:events";
import { createServer, request as open, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { openHouse } from "@/bin/crowd";

const ends: (() => void)[] = [];

afterEach(() => {
  for (const end of ends.splice(0)) end();
});

/** A server with room for one that reads and for two that send; what it took in waits until the test answers it. */
async function house() {
  const crowd = openHouse({ reading: 1, sending: 2 });
  const waiting: ServerResponse[] = [];
  const heard: (() => void)[] = [];
  const server = createServer((request, response) => {
    if (!crowd.takeIn(request, response)) return void response.writeHead(503).end();
    request.resume();
    const takeUp = () => {
      waiting.push(response);
      heard.shift()?.();
    };
    if (request.method === "GET") takeUp();
    else request.once("end", takeUp);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  ends.push(() => server.close().closeAllConnections());
  const { port } = server.address() as AddressInfo;
  const ask = (method: "GET" | "POST") => open({ host: "127.0.0.1", port, method, agent: false }).on("error", () => 0);
  return {
    waiting,
    /** Asks with a body of which only a beginning comes. */
    askSlowly: async () => {
      const arrived = once(server, "request");
      ask("POST").write("half");
      await arrived;
    },
    /** Asks and waits until the desk is at work on it. */
    atWork: async (method: "GET" | "POST") => {
      const taken = new Promise<void>((resolve) => heard.push(resolve));
      const asked = ask(method);
      asked.end();
      await taken;
      return asked;
    },
    status: async (method: "GET" | "POST") => {
      const asked = ask(method);
      asked.end();
      const [response] = await once(asked, "response");
      response.resume();
      return Number(response.statusCode);
    },
  };
}

describe("a house with room for one reader and two senders", () => {
  test("turns a second reader away, and has room again when the first one's answer begins", async () => {
    const { atWork, status, waiting } = await house();
    const first = await atWork("GET");
    expect(await status("GET")).toBe(503);
    const answered = once(first, "response");
    // The answer has begun and never ends: a slow reader takes no room.
    waiting[0]?.write("a");
    await answered;
    await atWork("GET");
  });

  test("lets somebody send who would be turned away as a reader, until that is full too", async () => {
    const { atWork, status } = await house();
    await atWork("GET");
    await atWork("POST");
    expect(await status("POST")).toBe(503);
  });

  test("keeps no room for whoever went away before there was an answer", async () => {
    const { atWork, waiting } = await house();
    const first = await atWork("GET");
    const gone = once(waiting[0] as ServerResponse, "close");
    first.destroy();
    await gone;
    await atWork("GET");
  });

  test("counts a body that does not come as no work", async () => {
    const { askSlowly, atWork } = await house();
    for (let slow = 0; slow < 3; slow++) await askSlowly();
    await atWork("GET");
  });
});
