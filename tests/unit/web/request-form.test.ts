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

test("a form without an end, of which nobody says how long it is, is read no further than a page would send", async () => {
  let pieces = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      pieces += 1;
      controller.enqueue(Buffer.from(pieces === 1 ? "words=" : "a".repeat(16 * 1024)));
    },
  });
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  const init = { method: "POST", body, duplex: "half", headers };
  expect(await requestForm(new Request("http://localhost/", init))).toBeNull();
  expect(pieces).toBeLessThan(20);
});
