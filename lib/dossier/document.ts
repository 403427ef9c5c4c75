/** A dossier as it is drawn: chapters of plain blocks, so that what stands in it can be read without a PDF. */
export type Block =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "rows"; readonly rows: readonly Row[] }
  | {
      readonly kind: "table";
      readonly header: readonly string[];
      /** How wide each column is beside the others. */
      readonly shares: readonly number[];
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly kind: "story"; readonly entries: readonly StoryEntry[] };

export interface Row {
  readonly term: string;
  readonly value: string;
}

export interface StoryEntry {
  readonly moment: string;
  readonly text: string;
  /** What somebody wrote, word for word; null when nothing was. */
  readonly said: string | null;
}

export interface Section {
  readonly title: string;
  readonly blocks: readonly Block[];
}

export interface Chapter extends Section {
  /** Parts with a place of their own in the table of contents. */
  readonly sections: readonly Section[];
}

export interface Dossier {
  readonly title: string;
  readonly cover: {
    readonly lines: readonly string[];
    readonly rows: readonly Row[];
    readonly notes: readonly string[];
  };
  readonly contents: string;
  readonly chapters: readonly Chapter[];
  /** At the foot of each page. */
  readonly foot: string;
}
