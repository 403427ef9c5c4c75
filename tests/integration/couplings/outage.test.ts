import { once } from "node:events";
import { createServer, type Server, type Socket } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { GET as getLive } from "@/app/api/health/live/route";
import { GET as getReady } from "@/app/api/health/ready/route";
import { problemAnswer } from "@/lib/couplings/answers";
import { writeSecret } from "@/lib/couplings/secrets";
import { answerTokenRequest } from "@/lib/web/api-token.server";
import { apiOf } from "@/tests/support/api";

/** What answers where the database should be: nobody ever, or somebody who hangs up. */
let behaviour: "silent" | "hangs-up" = "silent";
const sockets = new Set<Socket>();
let server: Server;

beforeAll(async () => {
  server = createServer((socket) => {
    socket.on("error", () => undefined);
    sockets.add(socket);
    if (behaviour === "hangs-up") socket.destroy();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  process.env["DATABASE_URL"] = `postgresql://desk:test@127.0.0.1:${port}/desk`;
});

afterAll(async () => {
  for (const socket of sockets) socket.destroy();
  server.close();
  await once(server, "close");
});

const token = writeSecret("vzt_", new Uint8Array(32));

const askToken = () => {
  const authorization = `Basic ${Buffer.from("id:secret").toString("base64")}`;
  const request = new Request("http://localhost/api/v1/token", { method: "POST", headers: { authorization } });
  return answerTokenRequest(request, "test");
};

test.each(["silent", "hangs-up"] as const)("a database that is %s is said within six seconds, as 503", async (how) => {
  behaviour = how;
  const began = performance.now();
  const answers = await Promise.all([apiOf(token).list(), apiOf(token).file({}), askToken()]);
  expect(performance.now() - began).toBeLessThan(6_000);
  for (const response of answers) {
    expect(response.status).toBe(503);
    expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
    const text = await response.text();
    problemAnswer.parse(JSON.parse(text));
    expect(text).not.toMatch(/127\.0\.0\.1|prisma|ECONN|\bat /i);
  }
});

test("health says that it lives and that it is not ready, and nothing more", async () => {
  expect(getLive().status).toBe(200);
  const response = await getReady();
  expect(response.status).toBe(503);
  expect(await response.text()).toBe("not ready\n");
});
