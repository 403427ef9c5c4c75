export interface NavItem {
  readonly href: string;
  readonly label: string;
  readonly isCurrent?: boolean;
  /** How many wait there, as it is shown ("6", "1.000+"), and the same in words ("6 te verdelen"). */
  readonly count?: { readonly shown: string; readonly label: string } | undefined;
}

/** Marks the item in which this path lies; the longest that fits wins, so that `/` is not always current. */
export function markCurrent(items: readonly NavItem[], path: string): readonly NavItem[] {
  const fitting = items.filter(({ href }) => path === href || path.startsWith(`${href.replace(/\/$/, "")}/`));
  const current = fitting.toSorted((one, other) => other.href.length - one.href.length)[0];
  return items.map((item) => ({ ...item, isCurrent: item === current }));
}
