/** Counts in lists are exact up to a thousand, then "1.000+" (settled 27). */
export const countLimit = 1000;

export interface Page<Row> {
  readonly rows: readonly Row[];
  /** Null: this is the last page. */
  readonly nextCursor: string | null;
}
