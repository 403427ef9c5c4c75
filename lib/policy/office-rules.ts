import type { Viewer } from "@/lib/identity/viewer";

export interface OfficerFacts {
  /** Null never matches an office. */
  readonly officeId: string | null;
  readonly accountId: string;
}

const planningRoles = new Set(["team_lead", "office_clerk", "office_admin"]);
const leadingRoles = new Set(["team_lead", "office_admin"]);
const workingRoles = new Set(["officer", "coordinator"]);

/** Days, caps and leave of the own team, and nobody else's. */
export function plansOfficers(viewer: Viewer, { officeId }: Pick<OfficerFacts, "officeId">): boolean {
  return viewer.kind === "office" && viewer.officeId === officeId && planningRoles.has(viewer.role);
}

/** Which duties the own office has is for whoever leads it. */
export function readsOwnAreas(viewer: Viewer, { officeId }: Pick<OfficerFacts, "officeId">): boolean {
  return viewer.kind === "office" && viewer.officeId === officeId && leadingRoles.has(viewer.role);
}

/** What the office promises, and when it is closed, is for whoever leads it. */
export function keepsTerms(viewer: Viewer, facts: Pick<OfficerFacts, "officeId">): boolean {
  return readsOwnAreas(viewer, facts);
}

/** Who leads the team sees what lies where; an administrator of the office reads no reports, and so not these. */
export function overseesOffice(viewer: Viewer, { officeId }: Pick<OfficerFacts, "officeId">): boolean {
  return viewer.kind === "office" && viewer.officeId === officeId && viewer.role === "team_lead";
}

/** Who works at the office says himself when he is away. */
export function plansLeave(viewer: Viewer, facts: OfficerFacts): boolean {
  if (plansOfficers(viewer, facts)) return true;
  return (
    viewer.kind === "office" &&
    viewer.officeId === facts.officeId &&
    viewer.accountId === facts.accountId &&
    workingRoles.has(viewer.role)
  );
}
