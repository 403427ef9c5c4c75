import { describe, expect, test } from "vitest";
import { readViolations } from "@/lib/web/violation";

describe("a browser's report of something that was stopped", () => {
  test("is read in the older form, without what stands in a query", () => {
    const report = {
      "effective-directive": "script-src-elem",
      "blocked-uri": "https://evil.nl/x.js?token=1",
      "document-uri": "http://localhost:3000/meldingen?zoek=Sami",
    };
    expect(readViolations({ "csp-report": report })).toEqual([
      { directive: "script-src-elem", blocked: "https://evil.nl", page: "/meldingen" },
    ]);
  });

  test("is read in the newer form, other kinds left aside", () => {
    const body = { effectiveDirective: "script-src-attr", blockedURL: "inline", documentURL: "http://localhost/" };
    expect(
      readViolations([
        { type: "csp-violation", body },
        { type: "deprecation", body: {} },
      ]),
    ).toEqual([{ directive: "script-src-attr", blocked: "inline", page: "/" }]);
  });

  test.each([null, 1, "x", {}, [], [{}], { "csp-report": 3 }])("is nothing when it is %j", (given) => {
    expect(readViolations(given)).toEqual([]);
  });
});
