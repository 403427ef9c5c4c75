import "server-only";
import { z } from "zod";
import { prisma } from "@/lib/db/client.server";
import { Prisma } from "@/lib/db/generated/client";
import { holding } from "@/lib/db/hold.server";
import { ask } from "@/lib/db/statement.server";
import { now } from "@/lib/shared/clock";
import type { OutboxTopics } from "./outbox.server";
import { type Post, sendInOrder, unsent } from "./send.server";
import { tellOfEvents } from "./tell.server";

export const eventPayload = z.object({
  eventId: z.uuid(),
  reportId: z.uuid(),
  isOfMany: z.boolean().optional(),
  formerOfficerId: z.uuid().optional(),
});

/** The id is that of the message of the outbox. */
type EventMessage = OutboxTopics["report-event"] & { readonly id: string };

/**
 * Tells of these events, and of earlier ones of the same reports that no worker has come to yet, so that everybody hears
 * of a report in the order in which it went. Answers what failed, by message.
 */
export function deliverEvents(messages: readonly EventMessage[], post: Post): Promise<ReadonlyMap<string, unknown>> {
  if (messages.length === 0) return Promise.resolve(new Map());
  const reportIds = [...new Set(messages.map(({ reportId }) => reportId))];
  const newest =
    messages
      .map(({ id }) => id)
      .toSorted()
      .at(-1) ?? "";
  return holding("report", reportIds, async () => {
    const open = await openMessages(messages, reportIds, newest);
    const failures = new Map(await tellEach(open, post));
    const letters =
      post.mail === null
        ? []
        : await prisma.letter.findMany({
            where: { reportId: { in: reportIds }, ...unsent },
            orderBy: [{ eventId: "asc" }, { id: "asc" }],
          });
    const kept = await sendInOrder(letters, post);
    for (const { id, eventId } of open) if (kept.has(eventId)) failures.set(id, kept.get(eventId));
    await markDone(open.flatMap(({ id }) => (failures.has(id) ? [] : [id])));
    return failures;
  }).catch((error: unknown) => new Map(messages.map(({ id }) => [id, error])));
}

/** What another worker did while this one waited is not among them. */
async function openMessages(messages: readonly EventMessage[], reportIds: readonly string[], newest: string) {
  const rows = await ask<{ id: string; payload: unknown }>(Prisma.sql`
    SELECT id, payload FROM outbox_messages
     WHERE done_at IS NULL AND topic = 'report-event' AND payload ->> 'reportId' = ANY(${[...reportIds]}::text[])
       AND (id = ANY(${messages.map(({ id }) => id)}::uuid[]) OR (attempt_count = 0 AND id < ${newest}::uuid))
     ORDER BY payload ->> 'eventId'`);
  return rows.map(({ id, payload }) => ({ id, ...eventPayload.parse(payload) }));
}

/** All together; when that fails, each by itself, so that one that cannot be told keeps nobody from the others. */
async function tellEach(open: readonly EventMessage[], post: Post): Promise<ReadonlyMap<string, unknown>> {
  const failures = new Map<string, unknown>();
  try {
    await tellOfEvents(open, post, now());
  } catch (error) {
    const [first, ...others] = open;
    if (first !== undefined && others.length === 0) return failures.set(first.id, error);
    for (const one of open) {
      for (const [id, reason] of await tellEach([one], post)) failures.set(id, reason);
    }
  }
  return failures;
}

export async function markDone(ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await prisma.outboxMessage.updateMany({
    where: { id: { in: [...ids] } },
    data: { doneAt: new Date(), attemptCount: { increment: 1 }, failedAt: null, lastError: null },
  });
}
