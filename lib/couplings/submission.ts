import { v5 } from "uuid";

/** The name space of submissions by coupled systems; a number of our own, made once. */
const space = "0e2a1c52-3b6b-4c0a-9d0c-6a7c7f1d2b94";

/**
 * The submission that a client means by a key, for ever: when the stored reply is long gone, the report itself still
 * says that it was filed.
 */
export function submissionId(clientId: string, key: string): string {
  return v5(`${clientId}\n${key}`, space);
}

/** Keys hold visible signs and spaces only, 255 at most. */
export function isIdempotencyKey(text: string): boolean {
  return /^[\x20-\x7e]{1,255}$/.test(text);
}

/** For how long the same call gets the same reply. */
export const replyDays = 7;
