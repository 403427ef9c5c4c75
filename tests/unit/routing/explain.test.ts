import { expect, it } from "vitest";
import { decideRoute } from "@/lib/routing/decide";
import { explainRoute } from "@/lib/routing/explain";
import { becauseCodes } from "@/lib/routing/route";
import { change, competence, country, livesIn, officer, report, reportOf } from "./country";

const dutch = { side: "office", locale: "nl" } as const;

it("says in one Dutch sentence why the office, and in one why the officer", () => {
  const table = country({ officers: [officer("ENSCHEDE", "Jan de Vries", { locationIds: ["location-1"] })] });
  expect(explainRoute(decideRoute(report(), table), dutch)).toBe(
    "Ging naar Kantoor ENSCHEDE, omdat de leerling daar woont en dit het eigen kantoor van de gemeente is. " +
      "Jan de Vries krijgt de melding, omdat dit de vaste medewerker voor deze locatie is.",
  );
});

it("puts three reasons in a row", () => {
  const table = country({
    changes: [change("0017", "0014", "2019-01-01")],
    competences: [competence("RBL", "0014", "compulsory")],
  });
  expect(explainRoute(decideRoute(report({ residences: [livesIn("0017")] }), table), dutch)).toBe(
    "Ging naar Kantoor RBL, omdat de leerling daar woont, de vroegere gemeente daarin is opgegaan en " +
      "dit kantoor voor meer gemeenten werkt. De melding komt in de gezamenlijke werkvoorraad, omdat het kantoor " +
      "de meldingen zelf verdeelt.",
  );
});

it("speaks English too", () => {
  expect(explainRoute(decideRoute(reportOf("2006-01-10"), country()), { side: "office", locale: "en" })).toBe(
    "Went to Kantoor R12, because the student lives there and the Compulsory Education Act no longer applies to the " +
      "student. The report is in the shared inbox, because the office distributes the reports itself.",
  );
});

it("says why there is no office", () => {
  const route = decideRoute(report({ residences: [] }), country());
  expect(explainRoute(route, dutch)).toBe(
    "Voor deze melding is er geen kantoor, omdat niet bekend is waar de leerling woont.",
  );
});

it("tells a school nothing about where, when the address is protected", () => {
  const hidden = [livesIn("0153", { kind: "protected" })];
  const route = decideRoute(report({ residences: hidden }), country());
  expect(explainRoute(route, { side: "school", locale: "nl" })).toBe("Het bevoegde kantoor heeft de melding.");
  expect(explainRoute(route, dutch)).toContain("ENSCHEDE");
  expect(explainRoute(decideRoute(report(), country()), { side: "school", locale: "nl" })).toContain("ENSCHEDE");
});

it("has words in both languages for every code that is said aloud", () => {
  for (const [code, words] of Object.entries(becauseCodes)) {
    expect(words.nl === "", code).toBe(code === "protected");
    expect(words.en === "", code).toBe(code === "protected");
  }
});
