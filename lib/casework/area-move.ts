import type { Route, Why } from "@/lib/routing/route";
import type { MunicipalityChange } from "@/lib/routing/table";
import type { CalendarDate } from "@/lib/shared/calendar-date";

/** A change that has open reports to move, or that somebody let reports follow. */
export interface AreaMoveLine {
  readonly oldCode: string;
  readonly oldName: string;
  readonly newNames: readonly string[];
  readonly effectiveOn: CalendarDate;
  /** `office`: the municipality stays, and another office gets a duty of it. */
  readonly kind: MunicipalityChange["kind"] | "office";
  readonly openCount: number;
  readonly isPlanned: boolean;
  /** Null: not carried out yet, or not to the end. */
  readonly doneOn: CalendarDate | null;
  readonly movedCount: number;
}

/** Why an open report stays where it is. */
export type StayReason = Why | "same-office" | "by-hand" | "offered";

export type Following =
  | { readonly kind: "moves"; readonly route: Extract<Route, { kind: "assigned" }> }
  | { readonly kind: "stays"; readonly why: StayReason };

export interface LyingReport {
  readonly officeId: string;
  readonly isByHand: boolean;
  readonly isOffered: boolean;
}

/**
 * What becomes of an open report when the area of its municipality changes. Placed by hand stays placed; where the
 * address does not say which municipality it is now, nothing is guessed (settled 5).
 */
export function following(report: LyingReport, route: Route): Following {
  if (report.isByHand) return { kind: "stays", why: "by-hand" };
  if (report.isOffered) return { kind: "stays", why: "offered" };
  if (route.kind === "unroutable") return { kind: "stays", why: route.why };
  return route.office.id === report.officeId ? { kind: "stays", why: "same-office" } : { kind: "moves", route };
}

/** One open report in a dry run. */
export interface DryRunLine {
  readonly reference: string;
  readonly fromName: string;
  /** Null: it stays. */
  readonly toName: string | null;
  /** Null: it moves. */
  readonly why: StayReason | null;
}

export interface DryRun {
  readonly line: AreaMoveLine;
  readonly movesCount: number;
  readonly staysCount: number;
  /** Reports of students with a protected address: they move too, and are not listed, because the list says where they live. */
  readonly hiddenCount: number;
  readonly lines: readonly DryRunLine[];
  /** Only so many were looked at; the others follow all the same. */
  readonly isCut: boolean;
}
