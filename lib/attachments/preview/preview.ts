/** How a paper is shown on the page: drawn or written anew, never as it came. */
export type Preview =
  | {
      readonly kind: "images";
      readonly images: readonly PreviewImage[];
      /** Of the first image that is shown; the first page is 1. */
      readonly from: number;
      readonly pageCount: number;
    }
  | { readonly kind: "table"; readonly rows: readonly (readonly string[])[]; readonly isCut: boolean }
  | { readonly kind: "text"; readonly text: string; readonly isCut: boolean }
  /** It cannot be shown here; it can be downloaded. */
  | { readonly kind: "none" };

export interface PreviewImage {
  /** The image itself, as an address. */
  readonly source: string;
  readonly width: number;
  readonly height: number;
  /** What stands on it; empty: nothing that could be read. */
  readonly text: string;
}

/** So many pages of a PDF are drawn at a time. */
export const pagesAtOnce = 3;
