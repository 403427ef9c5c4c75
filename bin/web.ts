// The server of the pages: Next behind the front door. Node runs this file as it is, so it names whole file names.
import { randomBytes, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { setFlagsFromString } from "node:v8";
import next from "next";
import onHeaders from "on-headers";
import { admit, type House } from "../lib/web/front-door.ts";
import { turnedAway } from "../lib/web/turned-away.ts";
import { openHouse } from "./crowd.ts";

// Else all of the heap is looked through for every 32 MB of bytes that pass by, as those of a paper or a delivery do.
setFlagsFromString("--external-memory-accounted-in-global-limit");
// What passed by is let go when it is half as much as all that is held: else a hundred uploads keep a gigabyte.
setFlagsFromString("--heap-growing-percent=50");

const [hostname = "127.0.0.1", port = "3000"] = process.argv.slice(2);
const isDevelopment = process.env["NODE_ENV"] === "development";

const house: House = {
  publicUrl: process.env["PUBLIC_URL"] || null,
  isDevelopment,
  newNonce: () => randomBytes(16).toString("base64"),
};

const crowd = openHouse();

/** Whether the request may go on; otherwise it has its answer. */
function opens(request: IncomingMessage, response: ServerResponse): boolean {
  const { method = "GET", url = "/", headers } = request;
  const header = (name: string) => {
    const value = headers[name];
    return value === undefined ? null : String(value);
  };
  const knock = { method, url, header };
  const admission = admit(knock, house);
  for (const [name, value] of Object.entries(admission.headers)) response.setHeader(name, value);
  if (admission.kind === "admitted") fillIn(response, admission.usual);
  // Never the visitor's own: Next would take its nonce for ours.
  delete headers["content-security-policy"];
  if (admission.kind === "refused") {
    response.writeHead(admission.status).end(admission.sentence);
    return false;
  }
  if (admission.isWork && !crowd.takeIn(request, response)) {
    const answer = turnedAway(knock, randomUUID());
    response.writeHead(503, answer.headers).end(answer.body);
    return false;
  }
  if (admission.policy !== null) headers["content-security-policy"] = admission.policy;
  return true;
}

function fillIn(response: ServerResponse, usual: Readonly<Record<string, string>>): void {
  onHeaders(response, () => {
    for (const [name, value] of Object.entries(usual)) if (!response.hasHeader(name)) response.setHeader(name, value);
  });
}

async function main(): Promise<void> {
  const app = next({ dev: isDevelopment, hostname, port: Number(port), turbopack: isDevelopment });
  await app.prepare();
  const handle = app.getRequestHandler();
  const server = createServer((request, response) => {
    if (!opens(request, response)) return;
    // Whoever comes at the same moment is let in or turned away before the work on anybody begins.
    setImmediate(() => {
      handle(request, response).catch((error: unknown) => {
        console.error(error);
        if (!response.headersSent) response.writeHead(500);
        response.end();
      });
    });
  });
  const end = () => {
    // Answers that are under way are finished; connections that only wait are closed with the server.
    server.close(() => void app.close().then(() => process.exit(0)));
  };
  process.once("SIGTERM", end);
  process.once("SIGINT", end);
  server.listen(Number(port), hostname);
}

await main();
