import "server-only";
import { timingSafeEqual } from "node:crypto";
import { lookupHash } from "@/lib/db/seal.server";

const signatureLength = 20;
const shape = /^m([0-9a-f]{32})([0-9a-f]{20})$/;

/**
 * The address to which one reader of one report answers. It names nobody; it is signed for him, so that whoever comes
 * by it can only answer as the one it was given to.
 */
export function replyAddress(reportId: string, reader: string, domain: string): string {
  const id = reportId.replaceAll("-", "");
  return `m${id}${signed(reportId, reader)}@${domain}`;
}

export interface ReplyTarget {
  readonly reportId: string;
  readonly signature: string;
}

/** Null: not an address that this desk gave out. */
export function readReplyAddress(address: string, domain: string): ReplyTarget | null {
  const [local = "", at = "", ...rest] = address.toLowerCase().split("@");
  const found = rest.length === 0 && at === domain ? shape.exec(local) : null;
  const [, id, signature] = found ?? [];
  if (id === undefined || signature === undefined) return null;
  return { reportId: id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5"), signature };
}

/** Whether the address was given to this reader. */
export function isGivenTo({ reportId, signature }: ReplyTarget, reader: string): boolean {
  return timingSafeEqual(Buffer.from(signature), Buffer.from(signed(reportId, reader)));
}

function signed(reportId: string, reader: string): string {
  return lookupHash("reply", `${reportId}\n${reader.trim().toLowerCase()}`).slice(0, signatureLength);
}
