import { expect, test } from "vitest";
import { draftFrom, draftInput } from "@/lib/reports/draft";

const id = "0199aaaa-0000-7000-8000-000000000001";
const fields = { submissionId: id, draftPage: id, explanation: "Sinds maandag." };
const isDraft = (given: Readonly<Record<string, string>>) =>
  draftInput.safeParse(draftFrom({ ...fields, ...given })).success;

test.each(["-1", "1.5", "x", "2147483648", "1e300", "Infinity"])("version %s is of no draft", (draftVersion) => {
  expect(isDraft({ draftVersion })).toBe(false);
});

test.each(["", "0", "1", "2147483647"])("version %j can be one of a draft", (draftVersion) => {
  expect(isDraft({ draftVersion })).toBe(true);
});

test("a draft without its own mark, or larger than any report, is not kept", () => {
  expect([isDraft({ submissionId: "1" }), isDraft({ draftPage: "" })]).toEqual([false, false]);
  expect(isDraft({ explanation: "x".repeat(20_001) })).toBe(false);
  expect(isDraft({ "sheet.text": "x".repeat(100_000) })).toBe(true);
  expect(isDraft({ "sheet.text": "x".repeat(100_001) })).toBe(false);
});
