import type { Viewer } from "@/lib/identity/viewer";

/** What a rule about a sheet with many reports must know of it. */
export interface ImportFacts {
  readonly organisationId: string;
  readonly ownerId: string;
}

/** A sheet is sent by who brought it, so whoever brings one may send. */
export function beginsImport(viewer: Viewer, { organisationId }: Pick<ImportFacts, "organisationId">): boolean {
  return viewer.kind === "school" && viewer.role === "reporter" && viewer.organisationId === organisationId;
}

/** One's own, and nobody else's: it holds what was not reported yet. */
export function usesImport(viewer: Viewer, facts: ImportFacts): boolean {
  return beginsImport(viewer, facts) && viewer.kind === "school" && viewer.accountId === facts.ownerId;
}

/** The same rule as `usesImport`, as a filter on rows. Null: no imports at all. */
export function importsOf(viewer: Viewer): ImportFacts | null {
  if (viewer.kind !== "school" || !beginsImport(viewer, viewer)) return null;
  return { organisationId: viewer.organisationId, ownerId: viewer.accountId };
}
