import { createServer } from "node:net";
import { openMailDoor } from "@/lib/conversation/mail-door.server";

export interface TestDoor {
  readonly domain: string;
  readonly port: number;
  close(): Promise<void>;
}

/** The door for mail, open on a free port of this machine. */
export async function openTestDoor(): Promise<TestDoor> {
  const domain = "antwoord.loket.example";
  const port = await freePort();
  const closing = new AbortController();
  const door = openMailDoor({ domain, port, host: "127.0.0.1" }, closing.signal);
  return {
    domain,
    port,
    close: () => {
      closing.abort();
      return door;
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address !== null ? address.port : 0;
}
