import type { Viewer } from "@/lib/identity/viewer";

export interface OrganisationFacts {
  readonly organisationId: string;
}

function isAdministrator(viewer: Viewer): boolean {
  return viewer.kind === "desk" && viewer.role === "administrator";
}

/** The own administrator lets colleagues in and out; the desk does it for the last one (settled 19). */
export function managesPeople(viewer: Viewer, facts: OrganisationFacts): boolean {
  if (viewer.kind === "system") return viewer.name === "command-line" || viewer.name === "seed";
  if (viewer.kind === "school") return viewer.role === "school_admin" && viewer.organisationId === facts.organisationId;
  if (viewer.kind === "office") return viewer.role === "office_admin" && viewer.organisationId === facts.organisationId;
  return isAdministrator(viewer);
}

/** The calendar of a school is its own. */
export function keepsCalendar(viewer: Viewer, facts: OrganisationFacts): boolean {
  return viewer.kind === "school" && viewer.role === "school_admin" && viewer.organisationId === facts.organisationId;
}

export function managesClients(viewer: Viewer): boolean {
  return viewer.kind === "system" && viewer.name === "command-line";
}

export function importsDirectory(viewer: Viewer): boolean {
  return viewer.kind === "system" && (viewer.name === "import" || viewer.name === "seed");
}

export function seesUnroutable(viewer: Viewer): boolean {
  return isAdministrator(viewer) || viewer.kind === "system";
}

/** Who tends the table of areas, and lets open reports follow when a municipality changes. */
export function keepsAreas(viewer: Viewer): boolean {
  return isAdministrator(viewer) || (viewer.kind === "system" && viewer.name === "command-line");
}

/** Where would a report of this student go: the answer names a place, so only the command line asks. */
export function asksForRoute(viewer: Viewer): boolean {
  return viewer.kind === "system" && (viewer.name === "command-line" || viewer.name === "routing");
}

/** Reports follow their municipality by the work of the desk itself: nobody moves them in silence. */
export function movesReports(viewer: Viewer): boolean {
  return viewer.kind === "system" && viewer.name === "routing";
}

/** Who sees how many papers are destroyed, and lets a day go on on which it is far more than usual. */
export function watchesRetention(viewer: Viewer): boolean {
  return isAdministrator(viewer);
}

export function seesMailbox(viewer: Viewer): boolean {
  return isAdministrator(viewer);
}

export function seesAccessLog(viewer: Viewer): boolean {
  return viewer.kind === "desk" && viewer.role === "auditor";
}
