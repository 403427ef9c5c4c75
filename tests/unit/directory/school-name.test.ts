import { expect, test } from "vitest";
import { schoolName } from "@/lib/directory/school-name";

test.each([
  [["ROC van Twente - De Sumpel", "ROC van Twente - Gieterij"], "ROC van Twente"],
  [["Het Stedelijk Kottenpark", "Het Stedelijk Zwering"], "Het Stedelijk"],
  [["Maartenscollege"], "Maartenscollege"],
  [["OBS De Eik", "OBS De Beuk"], "OBS De Eik"],
  [["Bonhoeffer College, Vlierstraat", "Bonhoeffer College, Geessinkweg"], "Bonhoeffer College,".slice(0, -1)],
])("the institution of %j is called %s", (names, name) => {
  expect(schoolName(names)).toBe(name);
});
