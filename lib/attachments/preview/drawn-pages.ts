/** What a drawer of pages is asked. */
export interface WantedPages {
  readonly bytes: Uint8Array;
  /** The first is 0. */
  readonly from: number;
  readonly count: number;
}

export interface DrawnPage {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue and how solid, for each point. */
  readonly pixels: Uint8Array;
  /** What stands on it, for who cannot see it. */
  readonly text: string;
}

export interface DrawnPages {
  readonly pageCount: number;
  readonly pages: readonly DrawnPage[];
}
