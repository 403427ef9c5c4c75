import { expect, test } from "vitest";
import { withWrittenDay } from "@/lib/casework/from-form";
import { recordActionInput } from "@/lib/casework/inputs";

const schema = withWrittenDay("on", recordActionInput);
const given = { reference: "V-2026-2222222", intervention: "called" };

test.each([
  ["3-4-26", "2026-04-03"],
  ["3 april 2026", "2026-04-03"],
  ["2026-04-03", "2026-04-03"],
])("a day is read as people write it: %s", (written, day) => {
  expect(schema.parse({ ...given, on: written })).toMatchObject({ on: day });
});

test("what is no day is refused at its field", () => {
  const parsed = schema.safeParse({ ...given, on: "30-2-2026" });
  expect(parsed.error?.issues[0]).toMatchObject({ path: ["on"], message: "date-invalid" });
});

test("a form without a day stays without one", () => {
  expect(schema.parse(given)).not.toHaveProperty("on");
});
