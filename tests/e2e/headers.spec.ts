import { request as httpRequest } from "node:http";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { type APIResponse, expect } from "@playwright/test";
import { purposeCodes } from "@/lib/dossier/purposes";
import { newReference } from "@/lib/shared/reference";
import { aDocument, aPdf } from "@/tests/support/papers";
import { cityStudent } from "./desk";
import { chosen, paperField } from "./paper-form";
import { fileHoliday } from "./report-form";
import { test } from "./test";

const placeOfPapers = 385;

/** On every answer, whatever it is. */
const always = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "origin-agent-cluster": "?1",
  "x-dns-prefetch-control": "off",
  "x-permitted-cross-domain-policies": "none",
  "permissions-policy":
    "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()",
} as const;

const pagePolicy =
  "default-src 'self'; script-src 'nonce-NONCE' 'strict-dynamic'; style-src 'self' 'nonce-NONCE'; style-src-attr 'unsafe-inline'; " +
  "img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-src 'none'; object-src 'none'; base-uri 'none'; " +
  "form-action 'self'; frame-ancestors 'none'; report-uri /api/csp; report-to csp";
const dataPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const personal = /private.*no-store/;

/** One address for each kind of answer, and what a browser must be told with it. */
const classes = [
  { kind: "page", path: "/inloggen", status: 200, policy: pagePolicy, cache: personal },
  { kind: "page that is not there", path: "/bestaat-niet", status: 404, policy: pagePolicy, cache: personal },
  { kind: "redirect", path: "/meldingen", status: 307, policy: pagePolicy, cache: personal },
  {
    kind: "call of the API that is refused",
    path: "/api/v1/reports",
    status: 401,
    policy: dataPolicy,
    cache: personal,
  },
  { kind: "call of the API that is not there", path: "/api/v1/x", status: 404, policy: dataPolicy, cache: personal },
  { kind: "health", path: "/api/health/live", status: 200, policy: dataPolicy, cache: /no-store/ },
  { kind: "file", path: "/icon.svg", status: 200, policy: dataPolicy, cache: null },
  {
    kind: "picture by the optimiser",
    path: "/_next/image?url=%2Ficon.svg&w=64&q=75",
    status: 404,
    policy: null,
    cache: null,
  },
] as const;

for (const { kind, path, status, policy, cache } of classes) {
  test(`a ${kind} tells the browser how to be careful with it`, async ({ request }) => {
    const answer = await request.get(path, { maxRedirects: 0 });
    expect(answer.status()).toBe(status);
    const headers = answer.headers();
    expect(headers).toMatchObject(always);
    expect(headers["x-powered-by"]).toBeUndefined();
    expect(headers["strict-transport-security"]).toBeUndefined();
    if (policy !== null) expect(policyOf(answer)).toBe(policy);
    if (cache !== null) expect(headers["cache-control"]).toMatch(cache);
  });
}

/** What is sent is somebody's: to be saved, without rights should it be shown, and kept by nobody on the way. */
const ofFiles = {
  ...always,
  "content-security-policy": "sandbox; default-src 'none'; frame-ancestors 'none'",
  "cache-control": "private, no-store",
  "accept-ranges": "none",
} as const;

const savedAs = (name: string) => `attachment; filename="${name}"; filename*=UTF-8''${encodeURIComponent(name)}`;

test("a paper, all papers and the dossier go out whole, to be saved and never shown, also to who asks for a piece", async ({
  visit,
}) => {
  const [school, office] = [await visit("melder@vo.example"), await visit("ambtenaar@gemeente.example")];
  const reference = await fileHoliday(school, await cityStudent(placeOfPapers));
  const pdf = aPdf();
  await paperField(school).setInputFiles([chosen("brief.docx", await aDocument()), chosen("verzuimstaat.pdf", pdf)]);
  await expect(school.getByRole("button", { name: /\.(docx|pdf) downloaden$/ })).toHaveCount(2);
  await office.goto(`/werkvoorraad/${reference}`);
  const headers = { origin: new URL(office.url()).origin, range: "bytes=0-9" };
  const post = (path: string, form = {}) => office.request.post(path, { headers, form, maxRedirects: 0 });
  const paper = office.getByRole("listitem").filter({ hasText: "verzuimstaat.pdf" });
  const asked = await post((await paper.locator("form[action^='/bijlagen/bestand/']").getAttribute("action")) ?? "");
  const dossier = { purpose: purposeCodes[0] ?? "", span: "this" };
  const dossierPath = `/werkvoorraad/${reference}/dossier/bestand`;
  const answers = [
    [await office.request.get(asked.headers()["location"] ?? "", { headers }), "application/pdf", "verzuimstaat.pdf"],
    [await post(`/bijlagen/alle/${reference}`), "application/zip", `bijlagen ${reference}.zip`],
    [await post(dossierPath, dossier), "application/pdf", `dossier ${reference}.pdf`],
    [await post(dossierPath, { ...dossier, parts: "papers" }), "application/zip", `dossier ${reference}.zip`],
  ] as const;
  for (const [answer, type, name] of answers) {
    expect({ name, status: answer.status() }).toEqual({ name, status: 200 });
    const file = { "content-type": type, "content-disposition": savedAs(name) };
    expect(answer.headers()).toMatchObject({ ...ofFiles, ...file });
    expect(answer.headers()["content-range"]).toBeUndefined();
  }
  expect(await answers[0][0].body()).toEqual(pdf);
  expect((await answers[1][0].body()).length).toBeGreaterThan(pdf.length);

  const look = (await paper.getByRole("link").getAttribute("href")) ?? "";
  const shown = await office.request.get(look, { headers });
  expect([shown.status(), policyOf(shown)]).toEqual([200, pagePolicy]);
  expect(shown.headers()).toMatchObject({ ...always, "content-type": "text/html; charset=utf-8" });
  expect(shown.headers()["cache-control"]).toMatch(personal);
  expect(await shown.text()).not.toContain("%PDF");
});

test("what is built may be kept for ever, and no two pages share the word that lets scripts run", async ({
  request,
}) => {
  const pages = [await request.get("/inloggen"), await request.get("/inloggen")];
  const nonces = pages.map((page) => /'nonce-([^']+)'/.exec(page.headers()["content-security-policy"] ?? "")?.[1]);
  expect(new Set(nonces).size).toBe(2);
  expect(nonces.every((nonce) => Buffer.from(nonce ?? "", "base64").length === 16)).toBe(true);
  const sheet = /href="(\/_next\/static\/[^"]+\.css[^"]*)"/.exec((await pages[0]?.text()) ?? "")?.[1] ?? "";
  const built = await request.get(sheet);
  expect(built.status()).toBe(200);
  expect(built.headers()).toMatchObject({ ...always, "cache-control": "public, max-age=31536000, immutable" });
});

test("a request for another name than the desk's is refused, also when only a proxy would say so", async ({
  baseURL,
}) => {
  for (const headers of [
    { host: "evil.example" },
    { "x-forwarded-host": "evil.example" },
    { host: "localhost:3000@evil" },
  ]) {
    expect(await rawStatus(baseURL, { path: "/inloggen", headers })).toBe(400);
  }
});

test("odd methods and odd addresses are refused without breaking anything", async ({ baseURL }) => {
  const odd = [
    ...["PUT", "DELETE", "PATCH", "PROPFIND"].map((method) => ({ method, path: "/meldingen" })),
    ...["PUT", "PROPFIND"].map((method) => ({ method, path: "/api/v1/reports" })),
    ...["/meldingen/..%2f..%2fetc", "/%252e%252e/x", "/meldingen;.css", "/meldingen/x.jpg", "/%c0%af", "/%00"].map(
      (path) => ({ method: "GET", path }),
    ),
    { method: "GET", path: "/meldingen?lijst=x&lijst=y&na=-1&size=1000000000&role=admin" },
  ];
  for (const { method, path } of odd) {
    const status = await rawStatus(baseURL, { method, path });
    expect({ method, path, isServerError: status >= 500 }).toEqual({ method, path, isServerError: false });
  }
});

test("TRACE, with which a page could read what a browser hides from it, is refused", async ({ baseURL }) => {
  for (const path of ["/meldingen", "/api/v1/reports", "/icon.svg"]) {
    expect(await rawStatus(baseURL, { method: "TRACE", path })).toBe(405);
  }
});

test("cookies and headers that are altered, doubled or endless open nothing and break nothing", async ({ baseURL }) => {
  const name = "verzuimloket";
  const odd = [
    { cookie: `${name}=${"a".repeat(40)}.b.c` },
    { cookie: `${name}=x; ${name}=y` },
    { cookie: `${name}=${"x".repeat(8_192)}` },
    { cookie: Array.from({ length: 1_000 }, (_, index) => `c${index}=1`).join("; ") },
    { cookie: `${name}=\xff\xfe` },
    { "x-forwarded-for": Array.from({ length: 100 }, (_, index) => `10.0.0.${index}`).join(", ") },
  ];
  for (const headers of odd) {
    const status = await rawStatus(baseURL, { path: "/meldingen", headers });
    expect({ headers, status }).toEqual({ headers, status: 307 });
  }
  expect(await rawStatus(baseURL, { path: "/meldingen", headers: { x: "x".repeat(65_536) } })).toBe(431);
});

test("a request that says its length in two ways is refused, and nothing is led on to another machine", async ({
  baseURL,
}) => {
  const post = "POST /inloggen HTTP/1.1\r\nHost: HOST\r\n";
  const upgrade =
    "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: eA==\r\n";
  expect(await rawAnswer(baseURL, `${post}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`)).toMatch(
    /^HTTP\/1.1 400 /,
  );
  const led = await rawAnswer(baseURL, `GET http://127.0.0.1:9/inloggen HTTP/1.1\r\nHost: HOST\r\n${upgrade}\r\n`);
  expect(led).not.toMatch(/^HTTP\/1.1 (?:101|200|5)/);
});

test("an act of a form that another site sends is refused", async ({ baseURL }) => {
  const headers = { "next-action": "00".repeat(21), "content-type": "text/plain" };
  for (const origin of ["https://evil.example", "null"]) {
    const status = await rawStatus(baseURL, { method: "POST", path: "/inloggen", headers: { ...headers, origin } });
    expect({ origin, isTaken: status < 400 }).toEqual({ origin, isTaken: false });
  }
});

test("headers that speak to the framework open nothing", async ({ request }) => {
  for (const headers of [
    { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" },
    { "x-nextjs-data": "1" },
    { rsc: "1" },
    { rsc: "1", "next-router-prefetch": "1" },
    { "next-action": "00".repeat(21) },
  ]) {
    const answer = await request.get("/meldingen", { headers, maxRedirects: 0 });
    expect(answer.status()).toBeLessThan(500);
    expect(answer.headers()["cache-control"]).toContain("no-store");
    expect(await answer.text()).not.toContain("Verzuim melden");
  }
  const forged = await request.post("/inloggen", {
    headers: { "next-action": "00".repeat(21), "content-type": "text/plain" },
    data: "[]",
  });
  expect([404, 409]).toContain(forged.status());
});

test("an unsafe address to go on to leads to the own desk", async ({ visit, baseURL }) => {
  const page = await visit("servicedesk@loket.example");
  for (const asked of [
    "//evil.example",
    "https:evil.example",
    "https://evil.example/x",
    "\\evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "javascript:alert(1)",
  ]) {
    await page.goto(`/inloggen?${new URLSearchParams({ callbackUrl: asked })}`);
    expect(new URL(page.url()).origin).toBe(baseURL);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  }
});

test("what is of others and what does not exist get the same answer, to the letter", async ({ visit }) => {
  const own = await visit("melder@roc.example");
  await own.goto("/meldingen?lijst=alles");
  const foreign = (await own.locator("tbody a").first().getAttribute("href"))?.split("/").at(-1) ?? "";
  const absent = newReference(2026, Buffer.from("canary"));
  const others = await visit("melder@vo.example");
  for (const path of ["", "/afdruk", "/aanpassen", "/intrekken"]) {
    const [one, other] = await Promise.all(
      [foreign, absent].map((reference) => others.request.get(`/meldingen/${reference}${path}`)),
    );
    expect(one?.status()).toBe(404);
    expect(other?.status()).toBe(404);
    expect(plain((await one?.text()) ?? "", foreign)).toBe(plain((await other?.text()) ?? "", absent));
  }
  const officer = await visit("ambtenaar@bureau.example");
  for (const reference of [absent, "1 OR 1=1", "0".repeat(36), "V-2026-0000000", "%00", "__proto__"]) {
    for (const desk of ["meldingen", "werkvoorraad", "routering"]) {
      const answer = await officer.request.get(`/${desk}/${encodeURIComponent(reference)}`);
      expect({ desk, reference, status: answer.status() }).toEqual({ desk, reference, status: 404 });
    }
  }
});

/** Without what is new in each answer, and without what was asked. */
function plain(html: string, reference: string): string {
  return html.replaceAll(reference, "REFERENCE").replaceAll(/nonce(=|\\":\\|":")"?[^"\\]+/g, "nonce");
}

function policyOf(answer: APIResponse): string | undefined {
  return answer.headers()["content-security-policy"]?.replaceAll(/'nonce-[^']+'/g, "'nonce-NONCE'");
}

interface RawRequest {
  readonly path: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** As the bytes go, past all that a client would mend. */
function rawStatus(baseURL: string | undefined, { path, method = "GET", headers = {} }: RawRequest): Promise<number> {
  const { hostname, port } = new URL(baseURL ?? "");
  return new Promise((resolve, reject) => {
    const asked = httpRequest({ hostname, port, path, method, headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    asked.on("error", reject);
    asked.end();
  });
}

/** What comes back on a connection of its own, until the desk closes it. */
async function rawAnswer(baseURL: string | undefined, request: string): Promise<string> {
  const { host, hostname, port } = new URL(baseURL ?? "");
  const socket = connect({ host: hostname, port: Number(port) });
  socket.write(request.replaceAll("HOST", host));
  socket.setTimeout(3_000, () => socket.end());
  return text(socket);
}
