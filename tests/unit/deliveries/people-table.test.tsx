import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { DeliveryBody } from "@/components/deliveries/delivery-body";
import { PeopleTable } from "@/components/deliveries/people-table";
import type { Dataset } from "@/lib/deliveries/datasets";
import type { RowFacts } from "@/lib/deliveries/facts";
import type { DeliveryView, PreviewRow } from "@/lib/deliveries/views";
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
  return renderToStaticMarkup(
    withTexts(
      <PeopleTable
        caption="Personen"
        deliveryId="01a213cc-76fb-73af-9cb7-f73b19254ff0"
        dataset={dataset}
        place={{}}
        marked={null}
        rows={[rowOf(dataset)]}
        markAction={async () => undefined}
      />,
    ),
  ).replaceAll(/<\/?span[^>]*>/g, "");
}

function rowOf(dataset: Dataset): PreviewRow {
  return {
    studentId: "01a213cc-76fb-73af-9cb7-f8e967648976",
    name: "Yara ter Horst",
    birthDate: day("2012-01-22"),
    class: dataset === "long-term-absence" ? "absence-reached" : "start",
    facts,
    mark: null,
  };
}

test("of who is absent a line says since when and when the limit is reached, not since when he is enrolled", () => {
  const line = drawn("long-term-absence");
  expect(line).toContain("Afwezig sinds");
  expect(line).toContain("26 oktober 2026");
  expect(line).toContain("grens bereikt op 23 november 2026");
  expect(line).not.toContain('data-label="Sinds"');
  expect(line.match(/1 augustus 2025/g) ?? []).toHaveLength(1);
});

test("of anybody else a line says since when he stands as he does", () => {
  const line = drawn("start-set");
  expect(line).toContain('data-label="Sinds"');
  expect(line).not.toContain("Afwezig sinds");
});

test("a school and its kind of education stand beside each other without brackets in brackets", () => {
  const line = drawn("start-set");
  expect(line).toContain("Het Meerik VSO, (voortgezet) speciaal onderwijs");
  expect(line).not.toContain("((");
});

test.each([null, "absence-reached"] as const)(
  "the list says in which order it stands, of everybody and of one class: %s",
  (only) => {
    const dataset = "long-term-absence";
    const period = { from: day("2026-11-16"), until: day("2026-11-22") };
    const title = { nl: "", en: "" };
    const view: DeliveryView = {
      line: {
        id: "1",
        dataset,
        period,
        version: 1,
        status: "ready",
        title,
        wishes: null,
        progress: 1,
        counts: null,
        readyAt: null,
        expiresOn: null,
      },
      region: { number: 12, name: "Twente" },
      rows: [rowOf(dataset)],
      nextCursor: null,
      changes: null,
      receipts: [],
      files: [],
    };
    const body = <DeliveryBody view={view} place={{ only }} marked={null} markAction={async () => undefined} />;
    expect(renderToStaticMarkup(withTexts(body))).toContain(
      "De volgorde is die van het bestand, niet die van namen of dagen.",
    );
  },
);

test("a list of one class does not repeat it on each line; a list of several says of everybody which", () => {
  expect(drawn("start-set")).not.toContain("startset");
  expect(drawn("long-term-absence")).toContain("langdurig verzuim");
});
