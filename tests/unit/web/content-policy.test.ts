import { describe, expect, test } from "vitest";
import { answerKindOf } from "@/lib/web/answer-kind";
import { filePolicy, pagePolicy } from "@/lib/web/content-policy";
import { dataHeaders, securityHeaders } from "@/lib/web/security-headers";

describe("the content policy of a page", () => {
  const policy = pagePolicy({ nonce: "abc", isDevelopment: false, isHttps: true });

  test("is exactly this", () => {
    expect(policy.split("; ")).toEqual([
      "default-src 'self'",
      "script-src 'nonce-abc' 'strict-dynamic'",
      "style-src 'self' 'nonce-abc'",
      "style-src-attr 'unsafe-inline'",
      "img-src 'self' data:",
      "font-src 'self'",
      "connect-src 'self'",
      "frame-src 'none'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
      "upgrade-insecure-requests",
      "report-uri /api/csp",
      "report-to csp",
    ]);
  });

  test("does not send a desk on plain loopback to https", () => {
    expect(pagePolicy({ nonce: "abc", isDevelopment: false, isHttps: false })).not.toContain("upgrade");
  });
});

test("what is no page can run nothing and load nothing", () => {
  expect(filePolicy).toContain("default-src 'none'");
  expect(filePolicy).not.toContain("script-src");
});

test("a browser is told to keep to https only where there is https", () => {
  expect(securityHeaders(true)["Strict-Transport-Security"]).toBe("max-age=63072000; includeSubDomains");
  expect(securityHeaders(false)).not.toHaveProperty("Strict-Transport-Security");
});

test("data for one asker is kept nowhere and can run nothing", () => {
  expect(dataHeaders(false)).toMatchObject({
    "Cache-Control": "private, no-store",
    "Content-Security-Policy": filePolicy,
    "X-Content-Type-Options": "nosniff",
  });
});

describe("what kind of answer a path gives", () => {
  test.each([
    ["/_next/static/chunks/a.js", "built"],
    ["/logo.svg", "public"],
    ["/favicon.ico", "public"],
    ["/api/v1/reports", "api"],
    ["/apicultuur", "page"],
    ["/", "page"],
    ["/meldingen/V-2026-7K4QX9M", "page"],
    ["/meldingen/V-2026-7K4QX9M/bijlagen/foto.png", "page"],
    ["/_next/data", "page"],
  ])("%s is %s", (path, kind) => {
    expect(answerKindOf(path)).toBe(kind);
  });
});
