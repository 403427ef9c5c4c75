import "server-only";
import { z } from "zod";
import { log } from "@/lib/config/log.server";
import { prisma } from "@/lib/db/client.server";
import type { Prisma } from "@/lib/db/generated/client";
import { now } from "@/lib/shared/clock";
import { collapseOldNews, isOldNews } from "./digest.server";
import { fillIn } from "./letters";
import { type Mail, MailRefused } from "./mailer.server";
import { messageIdOf } from "./message-id";
import type { OutboxTopic, OutboxTopics } from "./outbox.server";
import {
  type Stationery,
  tellOfDelivery,
  tellOfEvent,
  tellOfInvitation,
  tellOfRuleFault,
  tellOfTerms,
} from "./tell.server";

/** What the post works with. */
export interface Post extends Stationery {
  /** Null: letters are kept, and stand in the mailbox of the functional administrator. */
  readonly mail: Mail | null;
  /** The link that lets somebody in; made while the mail leaves and kept nowhere. */
  readonly invitationLink: (invitationId: string) => string;
  /** Where this reader answers about a report; null: only at the desk. */
  readonly replyAddress: (reportId: string, reader: string) => string | null;
  /** Where other mail servers tell that this letter could not be delivered; null: at the sender's own address. */
  readonly returnAddress: (letterId: string) => string | null;
}

const payloads = {
  "report-event": z.object({ eventId: z.uuid(), reportId: z.uuid(), isOfMany: z.boolean().optional() }),
  "rule-fault": z.object({ officeId: z.uuid(), noticeId: z.uuid() }),
  "term-reminder": z.object({ reminderId: z.uuid() }),
  "delivery-ready": z.object({
    deliveryId: z.uuid(),
    officeId: z.uuid(),
    title: z.string(),
    newCount: z.int(),
    backCount: z.int(),
  }),
  digest: z.object({ digestId: z.uuid() }),
  invitation: z.object({ invitationId: z.uuid(), accountId: z.uuid() }),
} as const satisfies { readonly [T in OutboxTopic]: z.ZodType<OutboxTopics[T]> };

interface Attempt {
  /** Counted from 1. */
  readonly count: number;
  readonly isLast: boolean;
}

/**
 * Does the work of one message of the outbox. It may be cut off anywhere and done again: notices and letters are
 * there once, and a letter that the mail server took is not sent a second time.
 */
export async function deliver(outboxId: string, post: Post, attempt: Attempt): Promise<void> {
  const message = await prisma.outboxMessage.findUnique({ where: { id: outboxId } });
  if (message === null || message.doneAt !== null) return;
  try {
    await sendLetters(await tell(message, post), post);
  } catch (error) {
    await noteFailure(message, error, attempt);
    throw error;
  }
  await prisma.outboxMessage.update({
    where: { id: outboxId },
    data: { doneAt: new Date(), attemptCount: attempt.count, failedAt: null, lastError: null },
  });
}

async function noteFailure({ id, topic }: { id: string; topic: string }, error: unknown, attempt: Attempt) {
  const isRefused = error instanceof MailRefused;
  const lastError = isRefused ? `${error.name} ${error.message}` : error instanceof Error ? error.name : "unknown";
  const failedAt = attempt.isLast ? { failedAt: new Date() } : {};
  await prisma.outboxMessage.update({ where: { id }, data: { attemptCount: attempt.count, lastError, ...failedAt } });
  if (attempt.isLast) log().error({ outboxId: id, topic }, "a message could not be delivered");
}

interface Message {
  readonly topic: string;
  readonly payload: unknown;
}

/** Writes what must be told; answers the key of the letters that came of it. */
async function tell({ topic, payload }: Message, post: Post): Promise<string> {
  switch (topic) {
    case "report-event": {
      const event = payloads["report-event"].parse(payload);
      await tellOfEvent(event, post, now());
      return event.eventId;
    }
    case "rule-fault": {
      const told = payloads["rule-fault"].parse(payload);
      await tellOfRuleFault(told, post, now());
      return told.noticeId;
    }
    case "term-reminder": {
      const { reminderId } = payloads["term-reminder"].parse(payload);
      await tellOfTerms({ reminderId }, post, now());
      return reminderId;
    }
    case "delivery-ready": {
      const ready = payloads["delivery-ready"].parse(payload);
      await tellOfDelivery(ready, post, now());
      return ready.deliveryId;
    }
    case "digest":
      return payloads.digest.parse(payload).digestId;
    case "invitation": {
      const invitation = payloads.invitation.parse(payload);
      await tellOfInvitation(invitation, post, now());
      return invitation.invitationId;
    }
    default:
      throw new TypeError(`unknown topic of the outbox: ${topic}`);
  }
}

async function sendLetters(eventId: string, post: Post): Promise<void> {
  const { mail } = post;
  if (mail === null) return;
  const letters = await prisma.letter.findMany({
    where: { eventId, sentAt: null, refusedAt: null, digestId: null, isForDay: false },
  });
  const outcomes = await Promise.allSettled(letters.map((letter) => sendLetter(letter, mail, post)));
  const refused = outcomes.find((outcome) => outcome.status === "rejected");
  if (refused !== undefined) throw refused.reason;
}

type StoredLetter = Prisma.LetterGetPayload<object>;

async function sendLetter(letter: StoredLetter, mail: Mail, post: Post): Promise<void> {
  const { id, toAddress, messageId, reportId, eventId } = letter;
  if (reportId !== null && (await isToldWithOthers(letter, mail, post))) return;
  try {
    const { subject, text, html } = fillIn(letter, () => post.invitationLink(eventId));
    const returnTo = post.returnAddress(id);
    await mail.send({ to: toAddress, messageId, ...answering(letter, post), returnTo, subject, text, html });
  } catch (error) {
    if (!(error instanceof MailRefused)) throw error;
    await markLetter(id, { lastError: error.message, ...(error.isFinal ? { refusedAt: new Date() } : {}) });
    // Who cannot be reached is shown with the report; trying again would change nothing.
    if (error.isFinal) return;
    throw error;
  }
  await markLetter(id, { sentAt: new Date(), lastError: null });
}

/** Letters about one report to one reader are one conversation in his mailbox; who may say something can answer. */
function answering({ reportId, toAddress, isAnswerable }: StoredLetter, { mailFrom, replyAddress }: Post) {
  if (reportId === null) return { threadId: null, replyTo: null };
  const replyTo = isAnswerable ? replyAddress(reportId, toAddress) : null;
  return { threadId: messageIdOf(reportId, toAddress, mailFrom), replyTo };
}

/** A server that was away for hours comes back to a pile: then one letter tells of all. */
async function isToldWithOthers({ createdAt, toAddress }: StoredLetter, mail: Mail, post: Post): Promise<boolean> {
  const moment = now();
  return isOldNews(createdAt, moment) && (await mail.isUp()) && (await collapseOldNews(toAddress, post, moment));
}

function markLetter(id: string, data: { sentAt?: Date; refusedAt?: Date; lastError: string | null }) {
  return prisma.letter.update({ where: { id }, data });
}
