import { describe, expect, test } from "vitest";
import { localeFor } from "@/lib/i18n/locale";
import { translatorFor } from "@/lib/i18n/translator";

describe("the language of a page", () => {
  test("is what the reader chose, whatever the browser asks for", () => {
    expect(localeFor("en", "nl")).toBe("en");
    expect(localeFor("nl", "en-GB,en;q=0.9")).toBe("nl");
  });

  test.each([
    ["en-GB,en;q=0.9,nl;q=0.8", "en"],
    ["nl-NL,nl;q=0.9,en;q=0.8", "nl"],
    ["en;q=0.4, nl;q=0.6", "nl"],
    ["fr-FR,fr;q=0.9,en;q=0.3", "en"],
    ["en;q=0", "nl"],
    ["en;q=hoog", "nl"],
    ["fr", "nl"],
    ["*", "nl"],
    ["", "nl"],
    [null, "nl"],
  ] as const)("is read from what the browser asks for: %s", (header, locale) => {
    expect(localeFor(undefined, header)).toBe(locale);
  });

  test("is not whatever stands in the cookie", () => {
    expect(localeFor("<script>", "en")).toBe("en");
    expect(localeFor("__proto__", null)).toBe("nl");
  });
});

test("words are to be had outside a page too, in both languages", () => {
  expect(translatorFor("nl")("common.footer.call", { phone: "085" })).toBe("Bel het loket: 085");
  expect(translatorFor("en")("common.footer.call", { phone: "085" })).toBe("Call the desk: 085");
});
