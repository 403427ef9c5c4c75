import { crc32 } from "node:zlib";

/** What stands before a secret of this desk, so that scanners of source code find one that leaked. */
export type SecretPrefix = "vzl_" | "vzt_";

const checkLength = 7;

/** The prefix, the random bytes as text, and a checksum by which a mistyped or cut secret is known at sight. */
export function writeSecret(prefix: SecretPrefix, randomBytes: Uint8Array): string {
  const body = `${prefix}${Buffer.from(randomBytes).toString("base64url")}`;
  return `${body}${checksum(body)}`;
}

export function isSecret(prefix: SecretPrefix, text: string): boolean {
  const body = text.slice(0, -checkLength);
  return text.length < 200 && text.startsWith(prefix) && checksum(body) === text.slice(-checkLength);
}

function checksum(body: string): string {
  return crc32(body).toString(36).padStart(checkLength, "0");
}
