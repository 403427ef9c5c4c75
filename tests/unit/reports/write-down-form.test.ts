import { expect, test } from "vitest";
import { onWriteDownForm } from "@/lib/reports/write-down-form";

test("each problem is said once, at the field where it can be mended", () => {
  const problems = [
    { code: "brin-invalid", field: "school.brin" },
    { code: "location-invalid", field: "school.location" },
    { code: "email-invalid", field: "contact.email" },
    { code: "email-invalid", field: "contact.email" },
    { code: "text-missing", field: "contact.name" },
    { code: "overlapping-here" },
  ];
  expect(onWriteDownForm(problems)).toEqual([
    { code: "school-missing", field: "place" },
    { code: "email-invalid", field: "callerEmail" },
    { code: "text-missing", field: "callerName" },
    { code: "overlapping-here" },
  ]);
});
