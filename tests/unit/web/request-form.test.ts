import { expect, test } from "vitest";
import { requestForm } from "@/lib/web/request-form";

const post = (body: string, type: string) =>
  new Request("http://localhost/", { method: "POST", body, headers: { "content-type": type } });

test("a form is read", async () => {
  const form = await requestForm(post("mandateId=1", "application/x-www-form-urlencoded"));
  expect(form?.get("mandateId")).toBe("1");
});

test.each([
  ["{}", "application/json"],
  ["x", "multipart/form-data"],
  ["x", "multipart/form-data; boundary=y"],
])("%s as %s is no form", async (body, type) => {
  expect(await requestForm(post(body, type))).toBeNull();
});
