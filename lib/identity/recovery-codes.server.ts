import "server-only";
import { randomBytes } from "node:crypto";
import { lookupHash } from "@/lib/db/seal.server";

const codeCount = 10;
/** Five bits each, without the letters that are taken for digits: sixteen make 80 bits. */
const letters = "abcdefghjkmnpqrstuvwxyz023456789";

export function newRecoveryCodes(): readonly string[] {
  return Array.from({ length: codeCount }, () => {
    const signs = [...randomBytes(16)].map((byte) => letters[byte % letters.length]).join("");
    return signs.match(/.{4}/g)?.join("-") ?? signs;
  });
}

/** However it was typed: capitals, spaces or no dashes. */
export function recoveryCodeHash(accountId: string, code: string): string {
  return lookupHash("token", `recovery:${accountId}:${code.toLowerCase().replaceAll(/[^a-z0-9]/g, "")}`);
}
