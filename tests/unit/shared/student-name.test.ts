import { expect, test } from "vitest";
import { studentName } from "@/lib/shared/student-name";

test("a student is called by first name, prefix and last name", () => {
  expect(studentName({ firstName: "Sami", prefix: "de", lastName: "Boer" })).toBe("Sami de Boer");
  expect(studentName({ firstName: "Noor", prefix: null, lastName: "Yılmaz-Jansen" })).toBe("Noor Yılmaz-Jansen");
});
