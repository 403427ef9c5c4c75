import type { Viewer } from "@/lib/identity/viewer";
import { isOfSchool } from "./report-rules";

const officeReaders = new Set(["officer", "office_clerk", "team_lead", "coordinator"]);
const deskReaders = new Set(["administrator"]);

/** Figures name nobody: whoever works with absence may see them. */
export function seesFigures(viewer: Viewer): boolean {
  if (viewer.kind === "desk") return deskReaders.has(viewer.role);
  if (viewer.kind === "client") return viewer.scopes.includes("figures:read");
  return viewer.kind === "school" || viewer.kind === "office";
}

/** Exact figures of the own organisation are for those who may open the cases behind them (settled 25). */
export function seesOwnFigures(viewer: Viewer): boolean {
  if (viewer.kind === "client") return seesFigures(viewer) && viewer.scopes.includes("reports:read");
  return viewer.kind === "school" || (viewer.kind === "office" && officeReaders.has(viewer.role));
}

export interface FigurePlace {
  /** The kind of place that the rows are, or the place itself. */
  readonly level: string;
}

/** A school does not read how another school does. */
export function seesPlaces(viewer: Viewer, { level }: FigurePlace): boolean {
  if (!seesFigures(viewer)) return false;
  return !isOfSchool(viewer) || (level !== "school" && level !== "location" && level !== "office");
}

export interface QuietFacts {
  readonly organisationId: string;
  readonly locationId: string;
}

const quietRoles = new Set(["reporter", "school_admin"]);

/** That there was nothing to report is said by whoever would have reported it. */
export function saysQuiet(viewer: Viewer, { organisationId, locationId }: QuietFacts): boolean {
  if (viewer.kind !== "school" || !quietRoles.has(viewer.role) || viewer.organisationId !== organisationId)
    return false;
  return viewer.locationIds.length === 0 || viewer.locationIds.some((id) => id === locationId);
}
