import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { RuleList } from "@/components/routing/rule-list";
import type { OfficeRule } from "@/lib/routing/office-rules/rule-set";
import { withTexts } from "@/tests/support/ui-examples";
import { day } from "./country";
import { rule, to } from "./office-rules";

const names = { places: {}, officers: { "id-Anna": "Anna de Wit" }, types: {}, locale: "nl" as const };

function drawn(...rules: readonly OfficeRule[]): string {
  const set = { id: "set", version: 1, edition: 1, activeFrom: null, spread: "in-turn" as const, rules };
  return renderToStaticMarkup(withTexts(<RuleList set={set} names={names} since={day("2026-06-15")} />));
}

test("a rule that names somebody who is gone is shown as broken, and takes nothing from the one below it", () => {
  const page = drawn(rule("a", { goesTo: to("Bram") }), rule("b", { goesTo: to("Anna") }));
  expect(page).toContain("Kapot: noemt iemand die hier niet meer werkt.");
  expect(page).not.toContain("nooit");
  expect(drawn(rule("b", { goesTo: to("Anna") }))).not.toContain("Kapot");
});

test("a rule that is never reached says why, and names what takes its reports", () => {
  const [urgent, calm] = [rule("met spoed", { when: { urgent: true } }), rule("zonder", { when: { urgent: false } })];
  expect(drawn(rule("alles"), rule("b"))).toContain(
    "Deze regel wordt nooit bereikt: de regel “Regel alles” erboven neemt alles al.",
  );
  expect(drawn(urgent, calm, rule("b"))).toContain(
    "Deze regel wordt nooit bereikt: de regels “Regel met spoed” en “Regel zonder” erboven nemen samen alles al.",
  );
  expect(drawn(rule("a", { goesTo: to("Anna") }), rule("b"))).toContain(
    "Deze regel wordt nooit bereikt zolang er iemand is: de regel “Regel a” erboven neemt alles al.",
  );
  expect(drawn(rule("a", { until: day("2026-06-14") }))).toContain(
    "nooit meer bereikt: de laatste dag ervan is voorbij",
  );
  expect(drawn(rule("a", { when: { age: { from: 0, to: 3 } } }))).toContain("er is geen leerling met deze leeftijd");
});
