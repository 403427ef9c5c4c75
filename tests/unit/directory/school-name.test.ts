import { expect, test } from "vitest";
import { institutionsOf, schoolName } from "@/lib/directory/school-name";

test.each([
  [["ROC van Twente - De Sumpel", "ROC van Twente - Gieterij"], "ROC van Twente"],
  [["Het Stedelijk Kottenpark", "Het Stedelijk Zwering"], "Het Stedelijk"],
  [["Maartenscollege"], "Maartenscollege"],
  [["OBS De Eik", "OBS De Beuk"], "OBS De Eik"],
  [["Bonhoeffer College, Vlierstraat", "Bonhoeffer College, Geessinkweg"], "Bonhoeffer College,".slice(0, -1)],
])("the institution of %j is called %s", (names, name) => {
  expect(schoolName(names)).toBe(name);
});

test("the institutions of one board are known by code, and called by what their own locations share", () => {
  const locations = [
    { brin: "19NG", name: "Praktijkschool" },
    { brin: "00AH", name: "Het Stedelijk Zwering" },
    { brin: "00AH", name: "Het Stedelijk Kottenpark" },
  ];
  expect(institutionsOf(locations)).toEqual([
    { brin: "00AH", name: "Het Stedelijk" },
    { brin: "19NG", name: "Praktijkschool" },
  ]);
  expect(institutionsOf([])).toEqual([]);
});
