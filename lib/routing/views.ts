import type { DutyRegime, Regime } from "@/lib/directory/regime";
import type { Why } from "./route";
import type { OfficeKind } from "./table";

/** What a functional administrator sees of a report that could not be routed, and no more (settled 13). */
export interface UnroutableLine {
  readonly reference: string;
  readonly version: number;
  readonly schoolName: string;
  readonly locationName: string;
  readonly type: string;
  readonly regime: Regime;
  readonly why: Why;
  /** Named where an office is missing for it, and the address is not protected. */
  readonly municipality: string | null;
}

export interface OfficeChoice {
  readonly code: string;
  readonly name: string;
  readonly kind: OfficeKind;
}

/** Duties of a municipality of today that have no office, or more than one. */
export interface TableFault {
  readonly municipality: string;
  readonly regimes: readonly DutyRegime[];
  /** None: nobody is competent. */
  readonly offices: readonly string[];
}
