import "server-only";
import { z } from "zod";
import { log } from "@/lib/config/log.server";
import { prisma } from "@/lib/db/client.server";
import { now } from "@/lib/shared/clock";
import { deliverEvents, eventPayload, markDone } from "./deliver-events.server";
import { reviseDigest } from "./digest.server";
import { MailRefused } from "./mailer.server";
import type { OutboxTopic, OutboxTopics } from "./outbox.server";
import { type Post, sendInOrder, unsent } from "./send.server";
import {
  tellOfDelivery,
  tellOfEndedFigures,
  tellOfFigures,
  tellOfInvitation,
  tellOfRuleFault,
  tellOfStoppedPapers,
  tellOfTerms,
} from "./tell.server";
import { tellOfBringingIn } from "./tell-brought-in.server";

const label = z.object({ nl: z.string(), en: z.string() });

const payloads = {
  "report-event": eventPayload,
  "brought-in": z.object({ reportId: z.uuid(), accountId: z.uuid(), noticeId: z.uuid() }),
  "rule-fault": z.object({ officeId: z.uuid(), noticeId: z.uuid() }),
  "papers-stopped": z.object({ noticeId: z.uuid() }),
  "term-reminder": z.object({ reminderId: z.uuid() }),
  "delivery-ready": z.object({
    deliveryId: z.uuid(),
    officeId: z.uuid(),
    title: z.string(),
    newCount: z.int(),
    backCount: z.int(),
  }),
  "figures-ready": z.object({
    sendingId: z.uuid(),
    subscriptionId: z.uuid(),
    accountId: z.uuid(),
    title: label,
    rhythm: label,
  }),
  "figures-ended": z.object({ sendingId: z.uuid(), accountId: z.uuid(), title: label.nullable() }),
  digest: z.object({ digestId: z.uuid() }),
  invitation: z.object({ invitationId: z.uuid(), accountId: z.uuid() }),
} as const satisfies { readonly [T in OutboxTopic]: z.ZodType<OutboxTopics[T]> };

interface Attempt {
  /** Counted from 1. */
  readonly count: number;
  readonly isLast: boolean;
}

export interface Try extends Attempt {
  readonly outboxId: string;
}

/** Does the work of one message of the outbox; fails as it failed. */
export async function deliver(outboxId: string, post: Post, attempt: Attempt): Promise<void> {
  const failures = await deliverAll([{ outboxId, ...attempt }], post);
  if (failures.has(outboxId)) throw failures.get(outboxId);
}

/**
 * Does the work of these messages of the outbox; answers what failed, by message. It may be cut off anywhere and done
 * again: notices and letters are there once, and a letter that the mail server took is not sent a second time.
 */
export async function deliverAll(tries: readonly Try[], post: Post): Promise<ReadonlyMap<string, unknown>> {
  const waiting = await prisma.outboxMessage.findMany({
    where: { id: { in: tries.map(({ outboxId }) => outboxId) }, doneAt: null },
  });
  const events = waiting.filter(({ topic }) => topic === "report-event");
  const others = waiting.filter(({ topic }) => topic !== "report-event");
  const failures = new Map(await deliverEvents(events.map(eventMessage), post));
  await Promise.all(
    others.map((message) => deliverOther(message, post).catch((error: unknown) => failures.set(message.id, error))),
  );
  for (const [id, error] of failures) {
    const attempt = tries.find(({ outboxId }) => outboxId === id);
    if (attempt !== undefined) await noteFailure(attempt, error);
  }
  return failures;
}

function eventMessage({ id, payload }: { id: string; payload: unknown }) {
  return { id, ...payloads["report-event"].parse(payload) };
}

async function deliverOther(message: { id: string } & Message, post: Post): Promise<void> {
  await sendLetters(await tell(message, post), post);
  await markDone([message.id]);
}

async function noteFailure({ outboxId, count, isLast }: Try, error: unknown): Promise<void> {
  const isRefused = error instanceof MailRefused;
  const lastError = isRefused ? `${error.name} ${error.message}` : error instanceof Error ? error.name : "unknown";
  const failedAt = isLast ? { failedAt: new Date() } : {};
  await prisma.outboxMessage.update({
    where: { id: outboxId },
    data: { attemptCount: count, lastError, ...failedAt },
  });
  if (isLast) log().error({ outboxId }, "a message could not be delivered");
}

interface Message {
  readonly topic: string;
  readonly payload: unknown;
}

/** Writes what must be told; answers the key of the letters that came of it. */
async function tell({ topic, payload }: Message, post: Post): Promise<string> {
  switch (topic) {
    case "brought-in": {
      const brought = payloads["brought-in"].parse(payload);
      await tellOfBringingIn(brought, post, now());
      return brought.noticeId;
    }
    case "rule-fault": {
      const told = payloads["rule-fault"].parse(payload);
      await tellOfRuleFault(told, post, now());
      return told.noticeId;
    }
    case "papers-stopped": {
      const told = payloads["papers-stopped"].parse(payload);
      await tellOfStoppedPapers(told, post, now());
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
    case "figures-ready": {
      const ready = payloads["figures-ready"].parse(payload);
      await tellOfFigures(ready, post, now());
      return ready.sendingId;
    }
    case "figures-ended": {
      const ended = payloads["figures-ended"].parse(payload);
      await tellOfEndedFigures(ended, post, now());
      return ended.sendingId;
    }
    case "digest": {
      const { digestId } = payloads.digest.parse(payload);
      await reviseDigest(digestId, post, now());
      return digestId;
    }
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
  if (post.mail === null) return;
  const letters = await prisma.letter.findMany({ where: { eventId, ...unsent } });
  const [refused] = (await sendInOrder(letters, post)).values();
  if (refused !== undefined) throw refused;
}
