import { expect, test } from "vitest";
import { newId } from "@/lib/shared/ids";
import { currentPlace, placesFor, startPage } from "@/lib/web/navigation";
import { isFromOwnPage } from "@/lib/web/same-site";
import { onlyId, onlyText } from "@/lib/web/search-params";
import { deskPerson, officerOf, reporterOf } from "@/tests/support/viewers";

const hrefs = (viewer: Parameters<typeof placesFor>[0]) => placesFor(viewer).map(({ href }) => href);

test("everybody begins at the own desk", () => {
  expect(startPage(reporterOf(newId()))).toBe("/meldingen");
  expect(startPage(officerOf(newId()))).toBe("/werkvoorraad");
  expect(startPage(officerOf(newId(), { role: "analyst" }))).toBe("/beveiligd");
  expect(startPage(deskPerson("administrator"))).toBe("/routering");
  expect(startPage(deskPerson("auditor"))).toBe("/beheer/toegangslog");
  expect(startPage(deskPerson("service_desk"))).toBe("/hulp");
});

test("nobody is shown a way to a page that would not open for him", () => {
  expect(hrefs(reporterOf(newId()))).toEqual(["/meldingen", "/beveiligd", "/berichten", "/hulp"]);
  expect(hrefs(reporterOf(newId(), { role: "school_admin" }))).toEqual([
    "/meldingen",
    "/beveiligd",
    "/beheer",
    "/beheer/kalender",
    "/berichten",
    "/hulp",
  ]);
  expect(hrefs(officerOf(newId()))).toEqual(["/werkvoorraad", "/beveiligd", "/berichten", "/hulp"]);
  expect(hrefs(officerOf(newId(), { role: "office_clerk" }))).toContain("/werkvoorraad/verdelen");
  expect(hrefs(deskPerson("administrator"))).toEqual([
    "/routering",
    "/beveiligd",
    "/beheer",
    "/beheer/postvak",
    "/beheer/bewaren",
    "/berichten",
    "/hulp",
  ]);
});

test("what stands behind the secure site is called by what it is, to each who finds it there", () => {
  const called = (viewer: Parameters<typeof placesFor>[0]) =>
    placesFor(viewer).flatMap(({ href, label }) => (href === "/beveiligd" ? [label.nl] : []));
  expect(called(reporterOf(newId()))).toEqual(["Cijfers"]);
  expect(called(officerOf(newId(), { role: "analyst" }))).toEqual(["Cijfers"]);
  expect(called(officerOf(newId(), { role: "coordinator" }))).toEqual(["Cijfers en leveringen"]);
  expect(called(deskPerson("auditor"))).toEqual([]);
});

test.each([
  ["/beheer/postvak/1", "/beheer/postvak"],
  ["/beheer/mensen/1", "/beheer"],
  ["/beheerder", null],
  ["/", null],
])("%s lies in %s", (path, place) => {
  expect(currentPlace(["/beheer", "/beheer/postvak"], path)).toBe(place);
});

test.each([
  [{ "sec-fetch-site": "same-origin" }, true],
  [{ "sec-fetch-site": "same-site" }, false],
  [{ "sec-fetch-site": "cross-site", origin: "https://desk.example", host: "desk.example" }, false],
  [{ origin: "https://desk.example", host: "desk.example" }, true],
  [{ origin: "https://evil.example", host: "desk.example" }, false],
  [{ origin: "null", host: "desk.example" }, false],
])("a post with %j comes from an own page: %s", (headers, isOwn) => {
  expect(isFromOwnPage(new Headers(Object.entries(headers)))).toBe(isOwn);
});

test("a parameter given twice, empty or endless is none, and an id is an id", () => {
  expect([onlyText(["a", "b"]), onlyText("  "), onlyText(undefined)]).toEqual([undefined, undefined, undefined]);
  expect(onlyText("x".repeat(500))).toHaveLength(200);
  expect(onlyText("00AA\u0000")).toBeUndefined();
  expect([onlyId("1 OR 1=1"), onlyId("36 zeros"), onlyId("../etc")]).toEqual([undefined, undefined, undefined]);
  const id = newId();
  expect(onlyId(id)).toBe(id);
});
