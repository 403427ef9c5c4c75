import { NextRequest } from "next/server";
import { beforeAll, describe, expect, test } from "vitest";
import { config, proxy } from "@/proxy";

const key = Buffer.alloc(32).toString("base64");

beforeAll(() => {
  Object.assign(process.env, {
    DATABASE_URL: "postgres://nobody@127.0.0.1:1/none",
    ENCRYPTION_KEYS: `k1:${key}`,
    LOOKUP_KEY: key,
    SESSION_SECRETS: "s".repeat(40),
    PUBLIC_URL: "https://verzuimloket.example",
  });
});

function answer(path: string, headers: Readonly<Record<string, string>> = { host: "localhost:3000" }) {
  return proxy(new NextRequest(`http://localhost:3000${path}`, { headers }));
}

describe("a request under another name than the desk's", () => {
  test.each([{ host: "evil.nl" }, { host: "localhost:3000", "x-forwarded-host": "evil.nl" }, {}])(
    "is refused without a word about the desk: %j",
    async (headers) => {
      const response = answer("/", headers);
      expect(response.status).toBe(400);
      expect(await response.text()).not.toMatch(/verzuim/i);
      expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
    },
  );
});

describe("a page", () => {
  test("gets another nonce each time, and is kept nowhere", () => {
    const policies = [answer("/meldingen"), answer("/meldingen")].map(({ headers }) =>
      headers.get("content-security-policy"),
    );
    const nonces = policies.map((policy) => policy?.match(/'nonce-([A-Za-z0-9+/]{22}==)'/)?.[1]);
    expect(nonces[0]).toBeDefined();
    expect(nonces[0]).not.toBe(nonces[1]);
    expect(answer("/meldingen").headers.get("cache-control")).toBe("private, no-store");
  });

  test("cannot be given a nonce by whoever asks for it", () => {
    const policy = "script-src 'nonce-mine'";
    const response = answer("/", { host: "localhost", "content-security-policy": policy });
    expect(response.headers.get("x-middleware-request-content-security-policy")).not.toContain("mine");
  });
});

test("a file of the build may be kept, and can run nothing by itself", () => {
  const { headers } = answer("/_next/static/chunks/a.js");
  expect(headers.get("cache-control")).toBeNull();
  expect(headers.get("content-security-policy")).toContain("default-src 'none'");
});

test("behind https every answer says to stay there", () => {
  for (const path of ["/", "/logo.svg", "/api/health/live"]) {
    expect(answer(path).headers.get("strict-transport-security")).toContain("max-age=63072000");
  }
});

test("only the API has another door", () => {
  const [pattern = ""] = config.matcher;
  const passesHere = (path: string) => new RegExp(`^${pattern}$`).test(path);
  for (const path of ["/", "/api/auth/session", "/api/v10", "/api/health/live", "/meldingen/x", "/_next/static/a.js"]) {
    expect(passesHere(path)).toBe(true);
  }
  for (const path of ["/api/v1", "/api/v1/reports"]) expect(passesHere(path)).toBe(false);
});
