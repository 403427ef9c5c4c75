import { expect, test } from "vitest";
import { safeReturnPath } from "@/lib/identity/return-path";

test.each([
  "//evil.example",
  "///evil.example",
  "https:evil.example",
  "https://evil.example/meldingen",
  "\\evil.example",
  "/\\evil.example",
  "/\t/evil.example",
  "/\n/evil.example",
  " /meldingen",
  "javascript:alert(1)",
  "data:text/html,x",
  "/..//evil.example",
  "meldingen",
  "",
  "/inloggen",
  "/inloggen?terug=/inloggen",
  "/api/auth/signout",
  undefined,
  null,
  ["/meldingen", "/x"],
  { toString: () => "/meldingen" },
])("%j leads to the own start page", (asked) => {
  expect(safeReturnPath(asked)).toBe("/");
});

test.each([
  ["/meldingen", "/meldingen"],
  ["/meldingen/V-2026-7K4QX9M?tab=tijdlijn", "/meldingen/V-2026-7K4QX9M?tab=tijdlijn"],
  ["/inloggenopnieuw", "/inloggenopnieuw"],
])("%s is a place on this desk", (asked, path) => {
  expect(safeReturnPath(asked)).toBe(path);
});
