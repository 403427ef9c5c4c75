import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { GET as getLive } from "@/app/api/health/live/route";
import { GET as getReady } from "@/app/api/health/ready/route";
import { problemAnswer, tokenAnswer } from "@/lib/couplings/answers";
import { createClient } from "@/lib/couplings/commands/create-client.server";
import { issueToken } from "@/lib/couplings/commands/issue-token.server";
import { prisma } from "@/lib/db/client.server";
import { systemViewer } from "@/lib/identity/viewer";
import { now, nowAt } from "@/lib/shared/clock";
import { NotAllowed } from "@/lib/shared/problem";
import { answerTokenRequest } from "@/lib/web/api-token.server";
import { aClient, apiOf, aToken } from "@/tests/support/api";
import { deskPerson } from "@/tests/support/viewers";
import { aWorld, type World } from "@/tests/support/world";

let world: World;
let client: Awaited<ReturnType<typeof aClient>>;
let network: string;

beforeAll(async () => {
  world = await aWorld();
  client = await aClient(world.brin, "reports:file", "reports:read");
});

beforeEach(() => {
  network = randomUUID();
});

const basic = (id: string, secret: string) => `Basic ${Buffer.from(`${id}:${secret}`).toString("base64")}`;
const right = () => basic(client.clientId, client.clientSecret);

interface Asked {
  readonly body?: string;
  readonly type?: string;
}

function ask(authorization: string | null, { body, type }: Asked = {}): Promise<Response> {
  const headers = {
    ...(authorization === null ? {} : { authorization }),
    ...(type === undefined ? {} : { "content-type": type }),
  };
  const request = new Request("http://localhost/api/v1/token", { method: "POST", headers, body: body ?? null });
  return answerTokenRequest(request, network);
}

const form = "application/x-www-form-urlencoded";

describe("a token", () => {
  test.each([
    ["a form", { body: "grant_type=client_credentials", type: form }],
    ["a form with scopes", { body: "grant_type=client_credentials&scope=reports%3Afile", type: form }],
    ["JSON", { body: '{"grant_type":"client_credentials"}', type: "application/json" }],
    ["nothing", {}],
  ])("is given for the right secret and %s, for 15 minutes at most", async (_what, asked) => {
    const response = await ask(right(), asked);
    expect(response.status).toBe(200);
    expect(response.headers.get("cache-control")).toBe("private, no-store");
    const token = tokenAnswer.parse(await response.json());
    expect(token.expires_in).toBeLessThanOrEqual(900);
    expect(token.scope).toBe("reports:file reports:read");
    expect((await apiOf(token.access_token).list()).status).toBe(200);
  });

  test.each([
    ["another grant", { body: "grant_type=password", type: form }, 400, "grant-unsupported"],
    [
      "a scope that the client lacks",
      { body: "grant_type=client_credentials&scope=deliveries:read", type: form },
      400,
      "scope-unknown",
    ],
    ["text", { body: "grant_type=client_credentials", type: "text/plain" }, 415, "content-type-unsupported"],
    ["broken JSON", { body: "{", type: "application/json" }, 400, "json-invalid"],
  ])("is not given for %s", async (_what, asked, status, code) => {
    const response = await ask(right(), asked);
    expect(response.status).toBe(status);
    expect(problemAnswer.parse(await response.json()).code).toBe(code);
  });

  test("is not given to whoever is unknown, in the same words for each", async () => {
    const wrong = [
      basic(client.clientId, "vzl_wrong"),
      basic(randomUUID(), client.clientSecret),
      basic("' OR 1=1 --", "x"),
      basic("", ""),
      "Basic ????",
      `Bearer ${client.clientSecret}`,
      null,
    ];
    const bodies: unknown[] = [];
    for (const authorization of wrong) {
      network = randomUUID();
      const response = await ask(authorization);
      expect(response.status).toBe(401);
      expect(response.headers.get("www-authenticate")).toMatch(/^Basic /);
      const { traceId: _, ...rest } = problemAnswer.parse(await response.json());
      bodies.push(rest);
    }
    for (const body of bodies) expect(body).toEqual(bodies[0]);
  });

  test("makes who guesses wait longer and longer, and never who knows the secret", async () => {
    const statuses: number[] = [];
    for (let count = 0; count < 6; count += 1) statuses.push((await ask(basic(client.clientId, "x"))).status);
    expect(statuses.slice(0, 3)).toEqual([401, 401, 401]);
    const waiting = await ask(basic(client.clientId, "x"));
    expect(waiting.status).toBe(429);
    expect(Number(waiting.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await ask(right())).status).toBe(200);
  });

  test("is kept as a hash only, and swept away with the replies of last week when a new one is given", async () => {
    const old = nowAt(new Date(Date.now() - 8 * 86_400_000));
    const asked = { ...client, scopes: null, network };
    await issueToken(systemViewer("sign-in"), asked, old);
    const key = {
      clientId: client.clientId,
      key: "old",
      bodyHash: "x",
      status: 201,
      response: "{}",
      createdAt: old.at,
    };
    await prisma.idempotencyKey.create({ data: key });
    const issued = await issueToken(systemViewer("sign-in"), asked, now());
    expect(await prisma.apiToken.count({ where: { expiresAt: { lt: new Date() } } })).toBe(0);
    expect(await prisma.idempotencyKey.count({ where: { key: "old" } })).toBe(0);
    const token = issued.ok ? issued.value.token : "";
    expect(JSON.stringify(await prisma.apiToken.findMany())).not.toContain(token);
  });
});

describe("88: a call", () => {
  test.each(["", "Bearer", "Bearer x", "Bearer vzt_abc", "Basic abc", `Bearer ${"x".repeat(10_000)}`])(
    "with authorization %.20s is 401",
    async (authorization) => {
      const { GET } = await import("@/app/api/v1/reports/route");
      const request = new Request("http://localhost/api/v1/reports", { headers: { authorization } });
      const response = await GET(request, {});
      expect(response.status).toBe(401);
      expect(response.headers.get("www-authenticate")).toMatch(/^Bearer realm=/);
      expect(problemAnswer.parse(await response.json()).code).toBe("token-invalid");
    },
  );

  test("with an expired token, or one of a client that was revoked, is 401", async () => {
    const expired = await aToken(world.brin, "reports:read");
    await prisma.apiToken.updateMany({ data: { expiresAt: new Date(Date.now() - 1000) } });
    const revoked = await aToken(world.brin, "reports:read");
    await prisma.apiClient.updateMany({ where: { id: { not: client.clientId } }, data: { revokedAt: new Date() } });
    expect((await apiOf(expired).list()).status).toBe(401);
    expect((await apiOf(revoked).list()).status).toBe(401);
  });

  test("without the scope is 403, and says which", async () => {
    const api = apiOf(await aToken(world.brin, "changes:read"));
    const response = await api.file({});
    expect(response.status).toBe(403);
    expect(response.headers.get("www-authenticate")).toContain('error="insufficient_scope"');
    expect(problemAnswer.parse(await response.json())).toMatchObject({ code: "scope-missing" });
  });

  test("96: of a client that calls too often is 429 with a wait, and others go on", async () => {
    const [noisy, other] = [
      apiOf(await aToken(world.brin, "changes:read")),
      apiOf(await aToken(world.brin, "changes:read")),
    ];
    const responses = await Promise.all(Array.from({ length: 400 }, () => noisy.file({})));
    const limited = responses.filter(({ status }) => status === 429);
    expect(limited.length).toBeGreaterThan(0);
    expect(Number(limited[0]?.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await other.file({})).status).toBe(403);
  });
});

describe("a client", () => {
  test("is made by the command line only", async () => {
    const input = { organisation: world.brin, scopes: ["reports:read" as const] };
    await expect(createClient(deskPerson("administrator"), input, now())).rejects.toThrow(NotAllowed);
    await expect(createClient(world.reporter, input, now())).rejects.toThrow(NotAllowed);
  });

  test("belongs to an organisation that is there", async () => {
    const input = { organisation: "00XX", scopes: ["reports:read" as const] };
    expect(await createClient(systemViewer("command-line"), input, now())).toMatchObject({
      problems: [{ code: "organisation-unknown" }],
    });
  });

  test.each([
    ["a school", "reports:handle", "brin", "reports:file"],
    ["a school", "deliveries:read", "brin", "reports:file"],
    ["a municipal office", "reports:file", "office", "reports:handle"],
    ["a municipal office", "deliveries:read", "office", "reports:handle"],
  ] as const)("of %s never gets %s, and hears what fits", async (_, scope, whose, fits) => {
    const organisation = whose === "brin" ? world.brin : world.office.code;
    const clients = await prisma.apiClient.count();
    const asked = { organisation, scopes: ["reports:read" as const, scope] };
    const refused = await createClient(systemViewer("command-line"), asked, now());
    expect(refused).toMatchObject({
      problems: [{ code: "scope-not-fitting", facts: { scope, fitting: expect.stringContaining(fits) } }],
    });
    expect(JSON.stringify(refused)).not.toMatch(new RegExp(`fitting":"[^"]*${scope}`));
    expect(await prisma.apiClient.count()).toBe(clients);
  });

  test("has a secret that scanners know and the database does not", async () => {
    const { clientId, clientSecret } = await aClient(world.brin, "reports:read");
    expect(clientSecret).toMatch(/^vzl_[\w-]{50,}$/);
    const row = await prisma.apiClient.findUniqueOrThrow({ where: { id: clientId } });
    expect(JSON.stringify(row)).not.toContain(clientSecret);
  });
});

test("health: it lives, and it is ready when the schema is current", async () => {
  expect(getLive().status).toBe(200);
  expect((await getReady()).status).toBe(200);
});
