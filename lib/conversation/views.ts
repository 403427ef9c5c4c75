import type { CalendarDate } from "@/lib/shared/calendar-date";
import type { RequestCode } from "./request-kinds";

/** One message as one reader may see it. */
export interface MessageView {
  readonly id: string;
  readonly isOwn: boolean;
  readonly side: "school" | "office";
  /** Null: not for this reader to know (a protected address). */
  readonly author: { readonly name: string; readonly organisation: string } | null;
  readonly words: string;
  readonly byMail: boolean;
  readonly sentAt: Date;
  readonly isEdited: boolean;
  /** Null: nobody of the other side has opened it yet. */
  readonly readAt: Date | null;
  /** The beginning of the message that this one answers; null when it answers none. */
  readonly quoted: string | null;
  readonly mayEdit: boolean;
  /** Came since the visit before this one. */
  readonly isNew: boolean;
}

export interface NoteView {
  readonly id: string;
  readonly isOwn: boolean;
  readonly author: string;
  readonly office: string;
  readonly words: string;
  readonly writtenAt: Date;
  readonly isEdited: boolean;
  readonly mayEdit: boolean;
}

export interface AnswerPaper {
  readonly id: string;
  /** Null: the paper was taken back or thrown away. */
  readonly name: string | null;
  /** It can be opened: it was checked, and is still there. */
  readonly isOpen: boolean;
}

export type RequestState =
  | { readonly kind: "waiting"; readonly isLate: boolean }
  | {
      readonly kind: "answered";
      readonly at: Date;
      readonly by: string;
      /** Null: a paper is the answer. */
      readonly words: string | null;
      /** Null: it was answered in words. */
      readonly paper: AnswerPaper | null;
    }
  | { readonly kind: "dropped"; readonly at: Date }
  /** The office was done with the report before an answer came; opened again, it waits again. */
  | { readonly kind: "lapsed" };

export interface RequestView {
  readonly id: string;
  readonly kind: RequestCode;
  /** Null: the kind says enough. */
  readonly words: string | null;
  /** Null: not for this reader to know. */
  readonly askedBy: string | null;
  readonly askedAt: Date;
  readonly dueOn: CalendarDate;
  readonly state: RequestState;
}

/** A colleague of the own side who follows a report. */
export interface Follower {
  readonly id: string;
  readonly name: string;
  /** Who brought him in. Null: he follows it by himself. */
  readonly askedBy: string | null;
}

/** All that was said about one report, as one reader may see it. */
export interface ConversationView {
  /** The oldest first. */
  readonly messages: readonly MessageView[];
  readonly hasEarlier: boolean;
  /** Empty for the school, whose statement does not ask for them. */
  readonly notes: readonly NoteView[];
  readonly requests: readonly RequestView[];
  /** What this reader was still typing: a `message`, a `note`, or the answer to the request with this id. */
  readonly drafts: Readonly<Record<string, string>>;
  /** What this reader chose to hear; `part`: nothing, so his part in the report decides. */
  readonly watch: "follow" | "mute" | "part";
  /** Which colleague asked this reader to follow it. Null: nobody. */
  readonly askedBy: string | null;
  /** Colleagues of the own side who follow the report. */
  readonly followers: readonly Follower[];
  /** Addresses to which mail about it could not be delivered. */
  readonly unreached: readonly string[];
  /** When somebody of the other side had the report open. Null: that is not known of anybody who has it now. */
  readonly opened: { readonly first: Date; readonly last: Date } | null;
  /** What happened after this moment is new to this reader. */
  readonly newSince: Date;
  readonly allows: {
    readonly send: boolean;
    readonly note: boolean;
    readonly ask: boolean;
    readonly answer: boolean;
    readonly bringIn: boolean;
  };
}

/** One line of "Wat er van u gevraagd wordt". */
export interface AskedLine {
  readonly id: string;
  readonly reference: string;
  readonly kind: RequestCode;
  readonly studentName: string;
  readonly group: string | null;
  readonly ownReference: string | null;
  /** Null: not for this reader to know. */
  readonly office: string | null;
  readonly dueOn: CalendarDate;
  readonly isLate: boolean;
}
