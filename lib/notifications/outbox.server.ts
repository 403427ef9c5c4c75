import "server-only";
import type { Ledger, RowWriter } from "@/lib/audit/transact.server";
import { Prisma } from "@/lib/db/generated/client";
import type { Label } from "@/lib/i18n/locale";
import { newId } from "@/lib/shared/ids";

/** What leaves the transaction to be done later. Ids only: the worker reads the rest when it acts. */
export interface OutboxTopics {
  readonly "report-event": {
    readonly eventId: string;
    readonly reportId: string;
    /** One of many of one act: whoever got them heard of the first alone, and others hear of it in the letter of the day. */
    readonly isOfMany?: boolean | undefined;
    /** Who had the report until this event. Absent: it is still with whoever had it. */
    readonly formerOfficerId?: string | undefined;
  };
  /** Somebody was asked to follow a report; the notice is told by its own id, for it is about no event. */
  readonly "brought-in": { readonly reportId: string; readonly accountId: string; readonly noticeId: string };
  /** Rules of this office name somebody who does not work there any more. */
  readonly "rule-fault": { readonly officeId: string; readonly noticeId: string };
  /** Far more papers than usual are not kept any more: nothing was destroyed. */
  readonly "papers-stopped": { readonly noticeId: string };
  /** Somebody has reports that are near or over their term. */
  readonly "term-reminder": { readonly reminderId: string };
  /** A delivery is ready for the regional point. */
  readonly "delivery-ready": {
    readonly deliveryId: string;
    readonly officeId: string;
    /** The name of the delivery for people; it names a kind, a region and a period, and nobody. */
    readonly title: string;
    readonly newCount: number;
    readonly backCount: number;
  };
  /** A view of figures that somebody wants to hear of has new ones. */
  readonly "figures-ready": {
    /** One letter for each. */
    readonly sendingId: string;
    readonly subscriptionId: string;
    readonly accountId: string;
    /** What the view counts, in words of our own: what somebody called it may name a pupil. */
    readonly title: Label;
    readonly rhythm: Label;
  };
  /** A view of figures that somebody heard of is not there for him any more. */
  readonly "figures-ended": {
    readonly sendingId: string;
    readonly accountId: string;
    /** What the view counted. Null: a later release does not know it any more. */
    readonly title: Label | null;
  };
  /** A letter that tells of many. */
  readonly digest: { readonly digestId: string };
  readonly invitation: { readonly invitationId: string; readonly accountId: string };
}
export type OutboxTopic = keyof OutboxTopics;

function outboxRow(ledger: Ledger, topic: OutboxTopic, payload: OutboxTopics[OutboxTopic]) {
  return {
    id: newId(),
    topic,
    payload,
    created_at: ledger.now.at.toISOString(),
    relayed_at: null,
    done_at: null,
    attempt_count: 0,
    failed_at: null,
    last_error: null,
  };
}

const outboxRows: RowWriter<ReturnType<typeof outboxRow>> = {
  insert: (rows) =>
    Prisma.sql`INSERT INTO outbox_messages SELECT * FROM jsonb_populate_recordset(NULL::outbox_messages, ${JSON.stringify(rows)}::jsonb)`,
};

/** Puts work for later beside the change that causes it; it leaves only if the change is stored. */
export function enqueue<Topic extends OutboxTopic>(ledger: Ledger, topic: Topic, payload: OutboxTopics[Topic]): void {
  ledger.collect(outboxRows, outboxRow(ledger, topic, payload));
}
