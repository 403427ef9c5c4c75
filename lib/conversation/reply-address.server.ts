import "server-only";
import { timingSafeEqual } from "node:crypto";
import { lookupHash } from "@/lib/db/seal.server";
import { addDays, type CalendarDate, calendarDate, daysBetween } from "@/lib/shared/calendar-date";

const signatureLength = 20;
const shape = /^m([0-9a-f]{32})([0-9a-f]{4})([0-9a-f]{20})$/;
/** The day is written as days since then. */
const firstDay = calendarDate.parse("2020-01-01");
/** A mail that lay in a mailbox for longer is no part of a conversation that goes on. */
const daysOpen = 60;

/**
 * The address to which one reader of one report answers. It names nobody; it is signed for him and for the day on which
 * it is given, so that whoever comes by it can only answer as the one it was given to, and not for ever.
 */
export function replyAddress({ reportId, givenOn }: Given, reader: string, domain: string): string {
  const id = reportId.replaceAll("-", "");
  const day = daysBetween(firstDay, givenOn).toString(16).padStart(4, "0");
  return `m${id}${day}${signed({ reportId, givenOn }, reader)}@${domain}`;
}

interface Given {
  readonly reportId: string;
  readonly givenOn: CalendarDate;
}

export interface ReplyTarget extends Given {
  readonly signature: string;
}

/** For mail that nobody can answer: whoever does it all the same hears at once where his words belong. */
export function refusingAddress(domain: string): string {
  return `antwoord-in-het-loket@${domain}`;
}

/** Null: not an address that this desk gave out. */
export function readReplyAddress(address: string, domain: string): ReplyTarget | null {
  const [local = "", at = "", ...rest] = address.toLowerCase().split("@");
  const found = rest.length === 0 && at === domain ? shape.exec(local) : null;
  const [, id, day, signature] = found ?? [];
  if (id === undefined || day === undefined || signature === undefined) return null;
  const reportId = id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  return { reportId, givenOn: addDays(firstDay, Number.parseInt(day, 16)), signature };
}

/** Whether the address was given to this reader. */
export function isGivenTo({ signature, ...given }: ReplyTarget, reader: string): boolean {
  return timingSafeEqual(Buffer.from(signature), Buffer.from(signed(given, reader)));
}

export function isExpired({ givenOn }: ReplyTarget, today: CalendarDate): boolean {
  return daysBetween(givenOn, today) > daysOpen;
}

function signed({ reportId, givenOn }: Given, reader: string): string {
  return lookupHash("reply", `${reportId}\n${givenOn}\n${reader.trim().toLowerCase()}`).slice(0, signatureLength);
}
