import type { Viewer } from "@/lib/identity/viewer";

/** The locations that are a viewer's own, as a filter on rows; null: none. */
export interface LocationScope {
  readonly organisationId: string;
  /** Absent: all locations of the school. */
  readonly id?: { readonly in: string[] };
}

export function ownLocations(viewer: Viewer): LocationScope | null {
  switch (viewer.kind) {
    case "school": {
      const { organisationId, locationIds } = viewer;
      return locationIds.length === 0 ? { organisationId } : { organisationId, id: { in: [...locationIds] } };
    }
    case "client":
      return viewer.side === "school" ? { organisationId: viewer.organisationId } : null;
    case "office":
    case "desk":
    case "system":
      return null;
  }
}
