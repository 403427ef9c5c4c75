import { describe, expect, test } from "vitest";
import { problemAnswerOf } from "@/lib/web/problem-response";
import { turnedAway } from "@/lib/web/turned-away";

function away(url: string, method: string, headers: Readonly<Record<string, string>> = {}) {
  return turnedAway({ url, method, header: (name) => headers[name] ?? null }, "trace");
}

test("an API call is turned away with the problem that the API itself has for a busy desk", () => {
  const { headers, body } = away("/api/v1/reports?cursor=x", "POST");
  const own = problemAnswerOf({ problems: [{ code: "busy" }], traceId: "trace" });
  expect(JSON.parse(body)).toEqual(own.body);
  expect(headers["Retry-After"]).toBe(own.headers["retry-after"]);
  expect(headers["Content-Type"]).toBe(own.headers["Content-Type"]);
});

describe("a page", () => {
  test("asks for itself again after as long as it says", () => {
    const { headers, body } = away("/werkvoorraad", "GET");
    expect(headers).toMatchObject({ "Retry-After": "10", Refresh: "10", "Cache-Control": "no-store" });
    expect(body).toContain("probeert het over 10 seconden vanzelf opnieuw");
  });

  test("is never sent again by itself when something was sent with it", () => {
    const { headers, body } = away("/meldingen/nieuw", "POST");
    expect(headers).not.toHaveProperty("Refresh");
    expect(body).toContain("is niet aangekomen");
  });

  test.each([
    { headers: { cookie: "a=b; taal=en" }, language: "en" },
    { headers: { cookie: "taal=nl", "accept-language": "en" }, language: "nl" },
    { headers: { cookie: "taal=<script>", "accept-language": "en-GB" }, language: "en" },
    { headers: {}, language: "nl" },
  ])("speaks the language of the reader: $headers", ({ headers, language }) => {
    const answer = away("/", "GET", { ...headers });
    expect(answer.headers["Content-Language"]).toBe(language);
    expect(answer.body).toContain(`<html lang="${language}">`);
  });

  test("may load and run nothing", () => {
    expect(away("/", "GET").headers["Content-Security-Policy"]).toContain("default-src 'none'");
  });
});
