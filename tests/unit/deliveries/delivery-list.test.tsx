import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { DeliveryList } from "@/components/deliveries/delivery-list";
import { DeliveryReceipts } from "@/components/deliveries/delivery-receipts";
import type { ListedDelivery } from "@/lib/deliveries/views";
import { calendarDate } from "@/lib/shared/calendar-date";
import { withTexts } from "@/tests/support/ui-examples";

const day = calendarDate.parse("2026-10-01");

function snapshot(id: string, version: number, wishes: ListedDelivery["wishes"]): ListedDelivery {
  return {
    id,
    dataset: "snapshot",
    period: { from: day, until: day },
    version,
    status: "planned",
    title: { nl: "", en: "" },
    wishes,
    progress: null,
    counts: null,
    readyAt: null,
    expiresOn: null,
    isNews: false,
  };
}

test("snapshots of one day are told apart in the list by their ages, their places and what they are for", () => {
  const lines = [
    snapshot("1", 1, { ages: [12, 17], municipalities: [], columns: [], purpose: "Jaarplan" }),
    snapshot("2", 2, { ages: [18, 22], municipalities: ["0153", "0141"], columns: [], purpose: "Overleg met het mbo" }),
  ];
  const list = renderToStaticMarkup(withTexts(<DeliveryList lines={lines} />));
  for (const text of [
    "Momentopname, 12 tot en met 17 jaar",
    "Hele regio. Aangevraagd voor: Jaarplan",
    "Momentopname, 18 tot en met 22 jaar, versie 2",
    "2 gemeenten. Aangevraagd voor: Overleg met het mbo",
  ]) {
    expect(list).toContain(text);
  }
});

test.each([
  ["planned", false],
  ["running", false],
  ["ready", true],
  ["failed", true],
  ["expired", true],
] as const)("a delivery that is %s can be made again: %s", (status, canAsk) => {
  const drawn = renderToStaticMarkup(
    withTexts(<DeliveryReceipts id="1" status={status} receipts={[]} againAction={async () => undefined} />),
  );
  expect(drawn.includes("Opnieuw laten maken")).toBe(canAsk);
});
