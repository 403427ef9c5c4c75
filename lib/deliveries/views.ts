import type { Label } from "@/lib/i18n/locale";
import type { CalendarDate } from "@/lib/shared/calendar-date";
import type { Counts } from "./balance";
import type { Class } from "./classes";
import type { Dataset } from "./datasets";
import type { DeliveryStatus, Wishes } from "./delivery";
import type { Mark } from "./marks";
import type { Period } from "./netting";
import type { ShownFacts } from "./shown-facts";

export interface OwnRegion {
  readonly number: number;
  readonly name: string;
}

/** A delivery as lists and pages show it; nobody is named in it. */
export interface DeliveryLine {
  readonly id: string;
  readonly dataset: Dataset;
  readonly period: Period;
  readonly version: number;
  readonly status: DeliveryStatus;
  /** For people; in Dutch, as its files are called. */
  readonly title: Label;
  /** What was asked of a snapshot. Null: came by itself. */
  readonly wishes: Wishes | null;
  /** How far the work is, from 0 to 1; null: nothing is known of it yet. */
  readonly progress: number | null;
  /** Null: not ready. */
  readonly counts: Counts | null;
  readonly readyAt: Date | null;
  readonly expiresOn: CalendarDate | null;
}

export interface ListedDelivery extends DeliveryLine {
  /** The newest of its kind that is ready, and this person did not take it yet. */
  readonly isNews: boolean;
}

export interface Deliveries {
  readonly region: OwnRegion;
  readonly lines: readonly ListedDelivery[];
}

export interface News {
  readonly id: string;
  readonly title: Label;
  readonly newCount: number;
  readonly backCount: number;
}

/** What is different in a delivery from the one that was taken before it. */
export interface Changes {
  /** What was taken, and when. */
  readonly since: { readonly id: string; readonly takenAt: Date };
  readonly added: number;
  readonly gone: number;
  /** Of persons in both, how many went from which class to which. */
  readonly moved: readonly { readonly from: Class; readonly to: Class; readonly count: number }[];
}

export interface PreviewRow {
  readonly studentId: string;
  /** Null: a protected address, and this viewer is not named for those. */
  readonly name: string | null;
  readonly birthDate: CalendarDate | null;
  readonly class: Class;
  readonly facts: ShownFacts;
  readonly mark: Mark | null;
}

export interface DeliveryView {
  readonly line: DeliveryLine;
  readonly region: OwnRegion;
  readonly rows: readonly PreviewRow[];
  /** Null: this is the last page. */
  readonly nextCursor: string | null;
  readonly changes: Changes | null;
  readonly receipts: readonly { readonly by: string; readonly fileName: string; readonly at: Date }[];
  readonly files: readonly {
    readonly name: string;
    readonly title: string;
    readonly size: number;
    readonly sha256: string;
  }[];
}

export interface SnapshotChoices {
  readonly region: OwnRegion;
  readonly municipalities: readonly { readonly code: string; readonly name: string }[];
}
