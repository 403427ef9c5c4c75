import type { Label } from "@/lib/i18n/locale";
import type { Selection } from "./selection";
import type { FigureTable } from "./table";

/** How many schools a view knows of, and how many of those reported in its period. */
export interface Coverage {
  readonly reporting: number;
  readonly schools: number;
}

/** A view with its figures, ready for a page, a chart or a file. */
export interface FigureView {
  readonly selection: Selection;
  readonly table: FigureTable;
  /** The place that it is about. Null: the own organisation. */
  readonly placeName: Label | null;
  /** Null: nothing was counted yet. */
  readonly countedAt: Date | null;
  /** Null: of the own organisation. */
  readonly coverage: Coverage | null;
}
