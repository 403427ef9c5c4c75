import type { Span } from "./input";

export interface SpanChoice {
  readonly span: Span;
  readonly reports: number;
  readonly papers: number;
}

export interface DossierChoices {
  readonly reference: string;
  readonly isProtected: boolean;
  /** The wider ones only as far as they hold more than the one before. */
  readonly spans: readonly SpanChoice[];
  /** Null: all of them go along. */
  readonly mostReports: number | null;
}
