import { expect, test } from "vitest";
import { saysWho } from "@/lib/notifications/says-who";

const sami = { firstName: "Sami", lastName: "Boer" };
const li = { firstName: "Li", lastName: "Öz" };

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
])("%s says it of nobody", (reference, student) => {
  expect(saysWho(reference, student)).toBe(false);
});

test("a student without a first name is found by the other", () => {
  expect(saysWho("VB-12", { firstName: "", lastName: "Boer" })).toBe(false);
  expect(saysWho("Boer", { firstName: "", lastName: "Boer" })).toBe(true);
});
