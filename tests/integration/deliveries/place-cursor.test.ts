import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { readPlace, writePlace } from "@/lib/deliveries/place-cursor.server";
import { NotFound } from "@/lib/shared/problem";

const [delivery, student] = [randomUUID(), randomUUID()];

test("the address of a page names nobody, and goes on from the same person", () => {
  const cursor = writePlace(delivery, student);
  expect(cursor).not.toContain(student);
  expect(Buffer.from(cursor, "base64url").toString("latin1")).not.toContain(student);
  expect(readPlace(delivery, cursor)).toBe(student);
  expect(readPlace(delivery, undefined)).toBeNull();
});

test("a place of another delivery, one that was changed or made by hand leads nowhere", () => {
  const cursor = writePlace(delivery, student);
  const changed = `${cursor.slice(0, -3)}${cursor.endsWith("AAA") ? "BBB" : "AAA"}`;
  for (const given of [writePlace(randomUUID(), student), changed, student, "", "a.b.c.d", "…"]) {
    expect(() => readPlace(delivery, given)).toThrow(NotFound);
  }
});
