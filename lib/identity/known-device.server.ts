import "server-only";
import { randomBytes, timingSafeEqual } from "node:crypto";
import { lookupHash } from "@/lib/db/seal.server";

/**
 * A mark for the browser in which somebody signed in, bound to his address: guesses by others elsewhere then never
 * make him wait (OWASP calls it a device cookie). It opens nothing.
 */
export function newDeviceMark(email: string): string {
  return markFor(email, randomBytes(16).toString("base64url"));
}

export function isKnownDevice(email: string, mark: string | null): mark is string {
  const id = mark?.split(".")[0];
  if (mark === null || id === undefined) return false;
  const expected = Buffer.from(markFor(email, id));
  const given = Buffer.from(mark);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function markFor(email: string, id: string): string {
  return `${id}.${lookupHash("attempt", `device-mark\n${email}\n${id}`)}`;
}
