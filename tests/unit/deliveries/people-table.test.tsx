import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { PeopleTable } from "@/components/deliveries/people-table";
import type { Dataset } from "@/lib/deliveries/datasets";
import type { RowFacts } from "@/lib/deliveries/facts";
import { calendarDate } from "@/lib/shared/calendar-date";
import { withTexts } from "@/tests/support/ui-examples";

const day = (text: string) => calendarDate.parse(text);

const facts: RowFacts = {
  reason: "none",
  standing: "enrolled",
  since: day("2025-08-01"),
  age: 14,
  municipality: "Enschede",
  isSpecial: true,
  last: null,
  next: {
    sector: "SO",
    brin: "27YU",
    locationCode: "27YU00",
    school: "Het Meerik VSO",
    programmeCode: null,
    level: null,
    firstDay: day("2025-08-01"),
    lastDay: null,
    exitReason: null,
    diploma: null,
  },
  oddities: [],
  corrections: [],
  isCorrection: false,
  mark: null,
  absence: { reference: "2026-AB12", firstDay: day("2026-10-26"), limitOn: day("2026-11-23"), days: 28 },
};

function drawn(dataset: Dataset): string {
  const row = {
    studentId: "01a213cc-76fb-73af-9cb7-f8e967648976",
    name: "Yara ter Horst",
    birthDate: day("2012-01-22"),
    class: dataset === "long-term-absence" ? "absence-reached" : "start",
    facts,
    mark: null,
  } as const;
  return renderToStaticMarkup(
    withTexts(
      <PeopleTable
        caption="Personen"
        deliveryId="01a213cc-76fb-73af-9cb7-f73b19254ff0"
        dataset={dataset}
        place={{}}
        marked={null}
        rows={[row]}
        markAction={async () => undefined}
      />,
    ),
  );
}

test("of who is absent a line says since when and when the limit is reached, not since when he is enrolled", () => {
  const line = drawn("long-term-absence");
  expect(line).toContain("Afwezig sinds");
  expect(line).toContain("26 oktober 2026");
  expect(line).toContain("grens bereikt op 23 november 2026");
  expect(line).not.toContain(">Sinds<");
  expect(line.match(/1 augustus 2025/g) ?? []).toHaveLength(1);
});

test("of anybody else a line says since when he stands as he does", () => {
  const line = drawn("start-set");
  expect(line).toContain(">Sinds<");
  expect(line).not.toContain("Afwezig sinds");
});

test("a school and its kind of education stand beside each other without brackets in brackets", () => {
  const line = drawn("start-set");
  expect(line).toContain("Het Meerik VSO, (voortgezet) speciaal onderwijs");
  expect(line).not.toContain("((");
});
