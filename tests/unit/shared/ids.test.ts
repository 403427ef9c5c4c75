import { expect, test } from "vitest";
import { newId, reportId } from "@/lib/shared/ids";

test("later ids sort after earlier ones", () => {
  const made = Array.from({ length: 500 }, newId);
  expect([...made].sort()).toEqual(made);
  expect(new Set(made).size).toBe(made.length);
});

test("text that is no id does not become one", () => {
  expect(reportId("01938ac4-2d6b-7000-8000-000000000001")).toBe("01938ac4-2d6b-7000-8000-000000000001");
  for (const text of ["", "1 OR 1=1", "0".repeat(36)]) expect(() => reportId(text)).toThrow();
});
