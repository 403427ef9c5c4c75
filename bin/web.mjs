// The server of the pages: Next's own, behind one refusal that Next cannot make itself.
import { Server } from "node:http";

const { emit } = Server.prototype;

// Next makes a standard Request of everything that arrives, and none can have the method TRACE: it would say that it broke.
Server.prototype.emit = function (event, ...args) {
  const [request, response] = args;
  if (event !== "request" || request.method !== "TRACE") return emit.call(this, event, ...args);
  response.writeHead(405, { Allow: "GET, HEAD, POST", "Cache-Control": "no-store", "Content-Length": 0 }).end();
  return true;
};

await import("../node_modules/next/dist/bin/next");
