import type { CalendarDate } from "@/lib/shared/calendar-date";
import type { CompetenceFault } from "./competence-plan";
import type { DutyRegime } from "./regime";

export interface MunicipalityChoice {
  readonly code: string;
  readonly name: string;
}

export interface HeldByOffice {
  readonly id: string;
  readonly officeName: string;
  readonly from: CalendarDate;
  /** Null: until further notice. */
  readonly until: CalendarDate | null;
}

export interface DutyView {
  readonly regime: DutyRegime;
  /** The latest first. */
  readonly held: readonly HeldByOffice[];
  /** From today on. */
  readonly faults: readonly CompetenceFault[];
}

export interface AreaView extends MunicipalityChoice {
  readonly duties: readonly DutyView[];
}

/** A duty of a municipality that the own office has, now or later. */
export interface OwnDuty {
  readonly id: string;
  readonly municipality: string;
  readonly regime: DutyRegime;
  readonly from: CalendarDate;
  /** Null: until further notice. */
  readonly until: CalendarDate | null;
  /** Days, from today on, on which nobody has the duty, or another office has it too. */
  readonly faults: readonly CompetenceFault[];
}
