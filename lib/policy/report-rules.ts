import type { Scope, Viewer } from "@/lib/identity/viewer";

/** What a rule about a report must know of it. */
export interface ReportFacts {
  readonly organisationId: string;
  readonly locationId: string;
  /** Null: unroutable. */
  readonly officeId: string | null;
  readonly isProtected: boolean;
}

/** The same rule as `readsReport`, as a filter on rows. `null` in `never` matches no row. */
export interface ReportScope {
  readonly organisationId?: string;
  readonly locationId?: { readonly in: string[] };
  readonly officeId?: string;
  readonly isProtected?: false;
  readonly id?: { readonly in: string[] };
}

const nothing: ReportScope = { id: { in: [] } };
/** Who of an office reads its reports; an analyst sees numbers only. */
export const readingOfficeRoles: ReadonlySet<string> = new Set(["officer", "office_clerk", "team_lead", "coordinator"]);
export const handlingOfficeRoles: ReadonlySet<string> = new Set(["officer", "team_lead", "coordinator"]);
const seeingScopes = new Set<Scope>([
  "reports:read",
  "reports:file",
  "reports:handle",
  "attachments:write",
  "changes:read",
]);
const assigningOfficeRoles = new Set(["office_clerk", "team_lead", "coordinator"]);

export function readsReport(viewer: Viewer, facts: ReportFacts): boolean {
  switch (viewer.kind) {
    case "school":
      return ownLocation(viewer, facts);
    case "office":
      return readingOfficeRoles.has(viewer.role) && ownOffice(viewer, facts);
    case "client":
      return seesReports(viewer) && ownSide(viewer, facts);
    case "desk":
      return false;
    case "system":
      return true;
  }
}

export function visibleReports(viewer: Viewer): ReportScope {
  switch (viewer.kind) {
    case "school":
      return viewer.locationIds.length === 0
        ? { organisationId: viewer.organisationId }
        : { organisationId: viewer.organisationId, locationId: { in: [...viewer.locationIds] } };
    case "office":
      return readingOfficeRoles.has(viewer.role) ? officeScope(viewer.officeId, viewer.protectedCases) : nothing;
    case "client":
      return seesReports(viewer) ? clientScope(viewer) : nothing;
    case "desk":
      return nothing;
    case "system":
      return {};
  }
}

/** A person or a coupled system of a school. */
export function isOfSchool(viewer: Viewer): boolean {
  return viewer.kind === "school" || (viewer.kind === "client" && viewer.side === "school");
}

/** A reporter files for own locations; a client of a school for the whole school. */
export function filesReport(viewer: Viewer, facts: Pick<ReportFacts, "organisationId" | "locationId">): boolean {
  if (viewer.kind === "school") return viewer.role === "reporter" && ownLocation(viewer, facts);
  return (
    viewer.kind === "client" &&
    viewer.side === "school" &&
    viewer.scopes.includes("reports:file") &&
    viewer.organisationId === facts.organisationId
  );
}

/** A preparer does all that a reporter does, but sending. */
export function preparesReport(viewer: Viewer, facts: Pick<ReportFacts, "organisationId" | "locationId">): boolean {
  if (viewer.kind === "school" && viewer.role === "preparer") return ownLocation(viewer, facts);
  return filesReport(viewer, facts);
}

/** Any reporter of the school with a mandate for the location corrects and withdraws (settled, table of statuses). */
export function mendsReport(viewer: Viewer, facts: ReportFacts): boolean {
  return filesReport(viewer, facts);
}

/** Whoever of the office answers the telephone writes down what a school calls about (domain 5, special cases). */
export function writesDownReport(viewer: Viewer, { officeId }: Pick<ReportFacts, "officeId">): boolean {
  return viewer.kind === "office" && viewer.officeId === officeId && readingOfficeRoles.has(viewer.role);
}

/** The office takes up, notes, closes and reopens. */
export function handlesReport(viewer: Viewer, facts: ReportFacts): boolean {
  if (viewer.kind === "office") return handlingOfficeRoles.has(viewer.role) && ownOffice(viewer, facts);
  return (
    viewer.kind === "client" &&
    viewer.side === "office" &&
    viewer.scopes.includes("reports:handle") &&
    ownSide(viewer, facts)
  );
}

export function assignsReport(viewer: Viewer, facts: ReportFacts): boolean {
  return viewer.kind === "office" && assigningOfficeRoles.has(viewer.role) && ownOffice(viewer, facts);
}

/** A functional administrator places what could not be routed, and nothing else (settled 13). */
export function placesReport(viewer: Viewer, facts: Pick<ReportFacts, "officeId">): boolean {
  return viewer.kind === "desk" && viewer.role === "administrator" && facts.officeId === null;
}

type School = Extract<Viewer, { kind: "school" }>;
type Office = Extract<Viewer, { kind: "office" }>;
type Client = Extract<Viewer, { kind: "client" }>;

function ownLocation(viewer: School, facts: Pick<ReportFacts, "organisationId" | "locationId">): boolean {
  if (viewer.organisationId !== facts.organisationId) return false;
  return viewer.locationIds.length === 0 || viewer.locationIds.some((id) => id === facts.locationId);
}

function ownOffice(viewer: Office, facts: ReportFacts): boolean {
  return facts.officeId === viewer.officeId && (!facts.isProtected || viewer.protectedCases);
}

/** Who files or handles must find the report that he corrects or moves; what is shown, each call of the API decides. */
function seesReports({ scopes }: Client): boolean {
  return scopes.some((scope) => seeingScopes.has(scope));
}

function ownSide(viewer: Client, facts: ReportFacts): boolean {
  if (viewer.side === "school") return viewer.organisationId === facts.organisationId;
  return viewer.officeId !== null && viewer.officeId === facts.officeId && !facts.isProtected;
}

function officeScope(officeId: string, protectedCases: boolean): ReportScope {
  return protectedCases ? { officeId } : { officeId, isProtected: false };
}

function clientScope(viewer: Client): ReportScope {
  if (viewer.side === "school") return { organisationId: viewer.organisationId };
  return viewer.officeId === null ? nothing : officeScope(viewer.officeId, false);
}
