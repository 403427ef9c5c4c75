/** A municipality of the list, with the region it lies in; null: known only from a change. */
export interface ListedMunicipality {
  readonly code: string;
  readonly name: string;
  readonly regionNumber: number | null;
}

interface Change {
  readonly oldCode: string;
  readonly newCode: string;
}

/** The region of each municipality; of one that merged, the region of the one that took over. */
export function regionsByCode(
  municipalities: readonly ListedMunicipality[],
  changes: readonly Change[],
): ReadonlyMap<string, number> {
  const known = new Map(
    municipalities.flatMap(({ code, regionNumber }) => (regionNumber === null ? [] : [[code, regionNumber] as const])),
  );
  const successors = new Map(changes.map(({ oldCode, newCode }) => [oldCode, newCode]));
  const found = new Map<string, number>();
  for (const code of new Set([...known.keys(), ...successors.keys()])) {
    const region = regionOf(code, known, successors);
    if (region !== null) found.set(code, region);
  }
  return found;
}

function regionOf(
  code: string,
  known: ReadonlyMap<string, number>,
  successors: ReadonlyMap<string, string>,
): number | null {
  const seen = new Set<string>();
  for (let at: string | undefined = code; at !== undefined && !seen.has(at); at = successors.get(at)) {
    const region = known.get(at);
    if (region !== undefined) return region;
    seen.add(at);
  }
  return null;
}
