import type { TimelineEvent } from "@/lib/timeline/events";
import type { MailboxDelivery } from "./choices";

/** What people can put into an address bar is not always an id. */
export const idShape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The kind of a notice that is about no event: a colleague asked the reader to follow a report. */
export const broughtIn = "brought_in";

export interface NoticeFacts {
  readonly id: string;
  readonly reference: string;
  readonly ownReference: string | null;
  readonly group: string | null;
  readonly locationName: string;
  /** Null: not for this viewer to know. */
  readonly studentName: string | null;
  readonly isUnread: boolean;
}

/** What a notice is of: something that happened to a report, or the reader was brought in. */
type NoticeCause =
  | { readonly event: TimelineEvent }
  | {
      readonly event: null;
      /** Null: he does not follow it any more because of that. */
      readonly by: string | null;
      readonly at: Date;
    };

/** One thing that a viewer must know of a report of his. */
export type NoticeView = NoticeFacts & NoticeCause;

/** A letter in the mailbox of the functional administrator. */
export interface LetterLine {
  readonly id: string;
  readonly toAddress: string;
  readonly subject: string;
  readonly createdAt: Date;
  readonly sentAt: Date | null;
  /** Null: no mail server said that nobody can be reached there. */
  readonly refusedAt: Date | null;
  readonly lastError: string | null;
}

export interface LetterView extends LetterLine {
  readonly messageId: string;
  readonly text: string;
  readonly hasMailServer: boolean;
}

/** Where a viewer of this kind reads a report. */
export function reportPath(kind: "school" | "office" | "desk", reference: string): string {
  switch (kind) {
    case "school":
      return `/meldingen/${encodeURIComponent(reference)}`;
    case "office":
      return `/werkvoorraad/${encodeURIComponent(reference)}`;
    case "desk":
      return `/routering/${encodeURIComponent(reference)}`;
  }
}

export interface Named {
  readonly id: string;
  readonly name: string;
}

export interface FollowRule {
  readonly id: string;
  readonly email: string;
  /** Null: all locations. */
  readonly location: string | null;
  /** Null: all types. */
  readonly type: string | null;
  /** Null: somebody who works here, and chooses himself. */
  readonly delivery: MailboxDelivery | null;
}

export interface FollowRulesView {
  readonly rules: readonly FollowRule[];
  readonly locations: readonly Named[];
  /** Who works here now, and may take over. */
  readonly people: readonly Named[];
  /** Who has open reports here, whether he still works here or not. */
  readonly holders: readonly Named[];
}
