import type { Viewer } from "@/lib/identity/viewer";

/** What a rule about a report that was not sent yet must know of it. */
export interface DraftFacts {
  readonly organisationId: string;
  readonly ownerId: string;
  /** Where it waits for somebody who may send. Null: it is still being written. */
  readonly handedInFor: string | null;
}

const writingRoles = new Set(["reporter", "preparer"]);

/** A reporter writes and sends; a preparer writes, and has a colleague send. */
export function beginsDraft(viewer: Viewer, { organisationId }: Pick<DraftFacts, "organisationId">): boolean {
  return viewer.kind === "school" && writingRoles.has(viewer.role) && viewer.organisationId === organisationId;
}

/** One's own, and for who sends also what colleagues made ready for an own location. */
export function changesDraft(viewer: Viewer, draft: DraftFacts): boolean {
  if (!beginsDraft(viewer, draft) || viewer.kind !== "school") return false;
  if (viewer.accountId === draft.ownerId) return true;
  if (viewer.role !== "reporter" || draft.handedInFor === null) return false;
  return viewer.locationIds.length === 0 || viewer.locationIds.some((id) => id === draft.handedInFor);
}

/** Who lets people in and out moves what somebody who leaves had begun, without reading it. */
export function movesDrafts(viewer: Viewer, { organisationId }: Pick<DraftFacts, "organisationId">): boolean {
  return viewer.kind === "school" && viewer.role === "school_admin" && viewer.organisationId === organisationId;
}

/** Null as location: for the whole school. */
export interface ReportTemplateFacts {
  readonly organisationId: string;
  readonly locationId: string | null;
}

const templateRoles = new Set(["reporter", "school_admin"]);

/** Who sends or tends the school keeps its templates, each for the own locations only. */
export function keepsReportTemplate(viewer: Viewer, { organisationId, locationId }: ReportTemplateFacts): boolean {
  if (viewer.kind !== "school" || !templateRoles.has(viewer.role) || viewer.organisationId !== organisationId)
    return false;
  return viewer.locationIds.length === 0 || viewer.locationIds.some((id) => id === locationId);
}

/** The same rule as `changesDraft`, as a filter on rows. */
export interface DraftScope {
  readonly organisationId: string;
  readonly ownerId: string;
  /** What others made ready: all of it, that of some locations, or none. */
  readonly handedIn: "all" | "none" | readonly string[];
}

/** Null: no drafts at all. */
export function draftsOf(viewer: Viewer): DraftScope | null {
  if (viewer.kind !== "school" || !writingRoles.has(viewer.role)) return null;
  const { organisationId, accountId: ownerId, role, locationIds } = viewer;
  if (role !== "reporter") return { organisationId, ownerId, handedIn: "none" };
  return { organisationId, ownerId, handedIn: locationIds.length === 0 ? "all" : locationIds };
}
