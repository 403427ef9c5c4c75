import type { CalendarDate } from "@/lib/shared/calendar-date";
import type { FormatCode } from "./formats";
import type { KindCode } from "./kinds";
import type { Preview } from "./preview/preview";

/** waiting: not scanned yet. refused and removed: only a line is left. */
export type PaperState = "waiting" | "clean" | "refused" | "removed";

export interface PaperView {
  readonly id: string;
  readonly kind: KindCode;
  readonly format: FormatCode;
  /** Null: thrown away, and the name with it. */
  readonly name: string | null;
  readonly byteCount: number;
  readonly sha256: string;
  readonly uploadedAt: Date;
  readonly side: "school" | "office";
  /** Null: not for this reader to know. */
  readonly uploaderName: string | null;
  /** The own organisation sent it. */
  readonly mayRemove: boolean;
  readonly state: Exclude<PaperState, "removed">;
}

/** The office said that the papers must stay. */
export interface HoldView {
  readonly since: Date;
  /** Null: the words of the office, and who wrote them, are not for the school. */
  readonly said: { readonly by: string; readonly reason: string } | null;
}

/** The papers went into the file of the municipality. */
export interface HandOverView {
  readonly at: Date;
  readonly count: number;
  /** Null: not for the school to know. */
  readonly by: string | null;
  /** The desk has destroyed its own. */
  readonly isDone: boolean;
}

/** How long the papers of one report stay, and what one viewer may do about that. */
export interface PapersEnd {
  /** When the report was over, from which on the papers stay for a while. Null: it is open, or has no papers. */
  readonly closedOn: CalendarDate | null;
  /** Null: they go when their term is over. */
  readonly hold: HoldView | null;
  /** May say that they must stay, or not any more. */
  readonly mayHold: boolean;
  /** Null: they are in no file, or the report was opened again since. */
  readonly handOver: HandOverView | null;
  /** Of how many papers the reader may say that they are in the file. Null: of none. */
  readonly toHandOver: number | null;
  /** How many are gone, however they ended. */
  readonly goneCount: number;
  /** May take the proof of that. */
  readonly mayProve: boolean;
}

/** The papers of one report, as one viewer may see them. */
export interface PapersView extends PapersEnd {
  readonly papers: readonly PaperView[];
  /** How many more may come. */
  readonly room: number;
  /** False: this desk has no scanner for viruses. */
  readonly isScanned: boolean;
  /** In the package that the reader can take along: for an office those of the whole case. */
  readonly inPackage: number;
}

export interface KindCount {
  readonly kind: KindCode;
  /** To be destroyed, and what was destroyed that day already. */
  readonly due: number;
  readonly held: number;
  readonly destroyed: number;
}

/** One day of destroying. */
export interface RunView {
  readonly day: CalendarDate;
  readonly counts: readonly KindCount[];
  readonly due: number;
  readonly held: number;
  readonly destroyed: number;
  readonly usual: number;
  readonly state: "went-on" | "stopped" | "released";
  /** Null: nobody had to say that it is right. */
  readonly releasedBy: string | null;
}

export interface RetentionView {
  /** The newest first. */
  readonly runs: readonly RunView[];
  /** What would be destroyed tomorrow, as it stands now. */
  readonly tomorrow: readonly Omit<KindCount, "destroyed">[];
  /** The brake is on today. Null: it is not. */
  readonly stopped: RunView | null;
}

/** A paper that waits with a report that was not sent yet. */
export interface DraftPaperView {
  readonly id: string;
  readonly kind: KindCode;
  readonly format: FormatCode;
  readonly name: string;
  readonly byteCount: number;
  readonly state: "waiting" | "clean";
  readonly uploadedAt: Date;
}

/** A file of which only a part came, for whoever sent it. */
export interface HalfSent {
  readonly name: string;
  readonly percent: number;
}

export interface AddedPaper {
  readonly id: string;
  readonly name: string;
  readonly state: "waiting" | "clean";
  /** The very same file was with the report already; it is kept once. */
  readonly isAlreadyThere: boolean;
}

/** A paper as it is shown on a page. */
export interface PreviewedPaper {
  readonly id: string;
  readonly reference: string;
  readonly name: string;
  readonly kind: KindCode;
  readonly format: FormatCode;
  readonly byteCount: number;
  readonly preview: Preview;
}

/** A file that is on its way to whoever asked for it. */
export interface OpenedPaper {
  readonly name: string;
  readonly format: FormatCode;
  readonly byteCount: number;
  readonly bytes: AsyncIterable<Uint8Array>;
}
