interface SchoolLocation {
  /** Of the school; the same for all its locations. */
  readonly code: string;
  readonly schoolName: string;
  readonly sector: string;
  readonly locationCode: string;
  readonly locationName: string;
}

/** What occurs in the lists of an office, to choose from. */
export interface FilterChoices {
  /** By school and name. */
  readonly schools: readonly SchoolLocation[];
  readonly municipalities: readonly { readonly code: string; readonly name: string }[];
  readonly officers: readonly { readonly id: string; readonly name: string; readonly worksHere: boolean }[];
}

/** What the chosen filters are called; null: not known at this office, or not chosen. */
export interface FilterLabels {
  readonly school: string | null;
  readonly municipality: string | null;
  readonly officer: string | null;
}
