import { expect, test } from "vitest";
import { saysWho } from "@/lib/notifications/says-who";
import { calendarDate } from "@/lib/shared/calendar-date";

const birthDate = calendarDate.parse("2011-04-05");
const sami = { firstName: "Sami", lastName: "Boer", birthDate };
const li = { firstName: "Li", lastName: "Öz", birthDate };
const anna = { firstName: "Anna Sophie", lastName: "Dijk", birthDate };

test.each([
  ["Sami 3B", sami],
  ["VB-boer-12", sami],
  ["3B/SAMIDEBOER", sami],
  ["verzuim sámi", sami],
  ["Li, 3B", li],
  ["oz-12", li],
  ["999990019", sami],
  ["9999 90 019", sami],
  ["９９９９９００１９", sami],
  ["nr. 999.990.019", sami],
  ["geb 05-04-2011", sami],
  ["5/4/11", sami],
  ["2011.04.05", sami],
  ["05042011", sami],
  ["20110405-2", sami],
  ["050411", sami],
  ["5 april", sami],
  ["5apr.", sami],
  ["S.B.", sami],
  ["sb 12", sami],
  ["3B, S B", sami],
  ["A.S.D. 4", anna],
  ["ad-7", anna],
  ["Boe", sami],
])("%s says who it is", (reference, student) => {
  expect(saysWho(reference, student)).toBe(true);
});

test.each([
  ["VB-12", sami],
  ["2026-11-26/0012", sami],
  ["20261126000123", sami],
  ["Linde 4", li],
  ["Ozon", li],
  ["12345678", sami],
  ["2026-04-05", sami],
  ["5-4-2026", sami],
  ["15 april", sami],
  ["05042026", sami],
  ["3B S1", sami],
  ["BS-4", sami],
  ["B", sami],
])("%s says it of nobody", (reference, student) => {
  expect(saysWho(reference, student)).toBe(false);
});

test("a student without a first name is found by the other", () => {
  expect(saysWho("VB-12", { firstName: "", lastName: "Boer", birthDate })).toBe(false);
  expect(saysWho("Boer", { firstName: "", lastName: "Boer", birthDate })).toBe(true);
});
