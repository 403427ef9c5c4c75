import { describe, expect, test } from "vitest";
import { problemAnswer } from "@/lib/couplings/answers";
import en from "@/lib/i18n/messages/en/failure.json";
import nl from "@/lib/i18n/messages/nl/failure.json";
import { admit, type House } from "@/lib/web/front-door";

let count = 0;

const house: House = {
  publicUrl: "https://verzuimloket.example",
  isDevelopment: false,
  newNonce: () => Buffer.alloc(16, ++count).toString("base64"),
};

interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

function answer(url: string, { method = "GET", headers = { host: "localhost:3000" } }: Asked = {}) {
  return admit({ method, url, header: (name) => headers[name] ?? null }, house);
}

function admitted(url: string) {
  const admission = answer(url);
  if (admission.kind === "refused") throw new Error(`${url} was refused`);
  return admission;
}

describe("a request under another name than the desk's", () => {
  test.each([{ host: "evil.nl" }, { host: "localhost:3000", "x-forwarded-host": "evil.nl" }, {}])(
    "is refused without a word about the desk: %j",
    (headers) => {
      const admission = answer("/", { headers: { ...headers } });
      expect(admission).toMatchObject({
        kind: "refused",
        status: 400,
        sentence: expect.not.stringMatching(/verzuim/i),
      });
      expect(admission.headers["Content-Security-Policy"]).toContain("default-src 'none'");
    },
  );
});

test.each([
  "*",
  "http://evil.example/inloggen",
  "https://localhost:3000/",
  "/meldingen/%ff",
  "/%c0%ae",
  "/a%00b",
  "/%E0%A4%A",
])("an address that Next would follow elsewhere or break on is refused: %s", (url) => {
  expect(answer(url)).toMatchObject({ kind: "refused", status: 400 });
});

test("a page takes no other methods than those of a browser, and says which", () => {
  for (const method of ["PUT", "DELETE", "PATCH", "PROPFIND"]) {
    const admission = answer("/meldingen", { method });
    expect(admission).toMatchObject({ kind: "refused", status: 405 });
    expect(admission.headers["Allow"]).toBe("GET, HEAD, POST");
  }
  expect(answer("/api/files", { method: "PUT" }).kind).toBe("admitted");
});

test("the API refuses what an address does not do with a problem that names what it does", () => {
  for (const [url, allow] of [
    ["/api/v1/reports?cursor=x", "GET, HEAD, POST"],
    ["/api/v1/reports/V-2026-7K4QX9M", "GET, HEAD"],
    ["/api/v1/reports/V-2026-7K4QX9M/attachments/1", "GET, HEAD"],
    ["/api/v1/reports/V-2026-7K4QX9M/status", "POST"],
    ["/api/v1/token", "POST"],
  ] as const) {
    for (const method of ["DELETE", "PUT", "PATCH", "PROPFIND"]) {
      const admission = answer(url, { method });
      if (admission.kind !== "refused") throw new Error(`${method} ${url} was let in`);
      expect(admission.status).toBe(405);
      expect(admission.headers).toMatchObject({
        Allow: allow,
        "Content-Type": expect.stringContaining("application/problem+json"),
        "Cache-Control": "private, no-store",
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": expect.stringContaining("default-src 'none'"),
      });
      const problem = problemAnswer.parse(JSON.parse(admission.sentence));
      expect(problem).toMatchObject({
        status: 405,
        code: "method-not-allowed",
        detail: expect.stringContaining(allow),
      });
    }
  }
});

test("the API lets in what an address does, and leaves an unknown address to say that it is not there", () => {
  for (const [method, url] of [
    ["GET", "/api/v1/reports"],
    ["HEAD", "/api/v1/reports"],
    ["POST", "/api/v1/reports"],
    ["OPTIONS", "/api/v1/reports"],
    ["DELETE", "/api/v1/nowhere"],
    ["DELETE", "/api/v1/reports/a/b/c"],
    ["DELETE", "/api/v1/openapixjson"],
  ] as const) {
    expect(answer(url, { method }).kind, `${method} ${url}`).toBe("admitted");
  }
});

test("a form of parts that does not say where they end is refused", () => {
  const sent = (kind: string) =>
    answer("/inloggen", {
      method: "POST",
      headers: { host: "localhost:3000", "sec-fetch-site": "same-origin", "content-type": kind },
    }).kind;
  expect(sent("multipart/form-data")).toBe("refused");
  expect(sent("Multipart/Form-Data; boundary=")).toBe("refused");
  expect(sent("multipart/form-data; boundary=----WebKitFormBoundaryx")).toBe("admitted");
  expect(sent('multipart/form-data; boundary="a b"')).toBe("admitted");
  expect(sent("application/x-www-form-urlencoded")).toBe("admitted");
});

test("a form that is too large is told so in the reader's language before it is read", () => {
  const form = { host: "localhost:3000", "sec-fetch-site": "same-origin", "next-action": "00" };
  const sent = (headers: Readonly<Record<string, string>>) =>
    answer("/account", { method: "POST", headers: { ...form, ...headers } });
  expect(sent({ "content-length": "262144" }).kind).toBe("admitted");
  expect(sent({ "content-length": "262145" })).toMatchObject({ status: 413, sentence: nl.unsent.large });
  expect(sent({ "content-length": "300000", cookie: "taal=en" })).toMatchObject({
    status: 413,
    sentence: en.unsent.large,
  });
});

test("TRACE is refused at every door", () => {
  for (const url of ["/", "/api/v1/reports", "/logo.svg"]) {
    expect(answer(url, { method: "TRACE" })).toMatchObject({ kind: "refused", status: 405 });
  }
});

test.each([
  { from: "another site", headers: { host: "localhost:3000", "sec-fetch-site": "cross-site" }, kind: "refused" },
  { from: "another origin", headers: { host: "localhost:3000", origin: "https://evil.nl" }, kind: "refused" },
  {
    from: "a page of the desk",
    headers: { host: "localhost:3000", "sec-fetch-site": "same-origin" },
    kind: "admitted",
  },
])("a form that comes from $from is $kind", ({ headers, kind }) => {
  expect(answer("/meldingen/nieuw", { method: "POST", headers: { ...headers } }).kind).toBe(kind);
});

describe("a page", () => {
  test("gets another nonce each time, and is kept nowhere", () => {
    const pages = [admitted("/meldingen"), admitted("/meldingen")];
    const nonces = pages.map(({ usual }) => usual["Content-Security-Policy"]?.match(/'nonce-([^']+)'/)?.[1]);
    expect(nonces[0]).toBeDefined();
    expect(nonces[0]).not.toBe(nonces[1]);
    expect(pages[0]?.headers["Cache-Control"]).toBe("private, no-store");
  });

  test("is told the policy of its answer, and no other", () => {
    const admission = admitted("/");
    expect(admission).toMatchObject({ policy: admission.usual["Content-Security-Policy"] });
  });

  test.each([
    "/_next/static/../../meldingen",
    "/logo.svg/../meldingen",
    "/_next/static/%2e%2e/%2e%2e/meldingen",
    "//[",
  ])("is one also under the address %s", (url) => {
    expect(answer(url).headers["Cache-Control"]).toBe("private, no-store");
  });
});

test("a file of the build may be kept, and can run nothing by itself", () => {
  const { headers, usual } = admitted("/_next/static/chunks/a.js");
  expect(headers["Cache-Control"]).toBeUndefined();
  expect(usual["Content-Security-Policy"]).toContain("default-src 'none'");
});

test("behind https every answer says to stay there", () => {
  for (const path of ["/", "/logo.svg", "/api/health/live"]) {
    expect(answer(path).headers["Strict-Transport-Security"]).toContain("max-age=63072000");
  }
});

test("only the API has another door", () => {
  const others = ["/", "/api/auth/session", "/api/v10", "/api/health/live", "/meldingen/x", "/_next/static/a.js"];
  for (const path of others) expect(answer(path).headers).not.toEqual({});
  for (const path of ["/api/v1", "/api/v1/reports"]) expect(answer(path).headers).toEqual({});
});
