import "server-only";
import { timingSafeEqual } from "node:crypto";
import { lookupHash } from "@/lib/db/seal.server";

const signatureLength = 20;
const shape = /^b([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})([0-9a-f]{20})$/;

/** Where the notice goes that one letter could not be delivered: each letter has its own, so nobody need be guessed. */
export function returnAddress(letterId: string, domain: string): string {
  return `b${letterId.replaceAll("-", "")}${signed(letterId)}@${domain}`;
}

/** The letter that left with this return address; null: not one that this desk gave out. */
export function readReturnAddress(address: string, domain: string): string | null {
  const [local = "", at = "", ...rest] = address.toLowerCase().split("@");
  const found = rest.length === 0 && at === domain ? shape.exec(local) : null;
  if (found === null) return null;
  const letterId = found.slice(1, 6).join("-");
  const isOurs = timingSafeEqual(Buffer.from(found[6] ?? ""), Buffer.from(signed(letterId)));
  return isOurs ? letterId : null;
}

function signed(letterId: string): string {
  return lookupHash("bounce", letterId).slice(0, signatureLength);
}
