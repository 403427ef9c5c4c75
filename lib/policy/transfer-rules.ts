import type { Viewer } from "@/lib/identity/viewer";
import { handlesReport, type ReportFacts, readsReport } from "./report-rules";

/** What a rule about an offer, or about a report that went to another office, must know of it. */
export interface TransferFacts {
  readonly fromOfficeId: string;
  readonly toOfficeId: string;
  readonly isProtected: boolean;
  /** Null: not answered yet. */
  readonly answer: string | null;
}

const readingRoles = new Set(["officer", "office_clerk", "team_lead", "coordinator"]);
const answeringRoles = new Set(["officer", "team_lead", "coordinator"]);

/** What came to the wrong office is sent on by whoever finds it there, the clerk who distributes too. */
export function refersReport(viewer: Viewer, facts: ReportFacts): boolean {
  return viewer.kind === "office" && readsReport(viewer, facts);
}

/** An ongoing case is offered by those who have cases in hand. */
export function transfersReport(viewer: Viewer, facts: ReportFacts): boolean {
  return viewer.kind === "office" && handlesReport(viewer, facts);
}

/** While an offer waits the other office may look at what is offered. */
export function seesOffer(viewer: Viewer, facts: TransferFacts): boolean {
  return facts.answer === null && isAt(viewer, facts.toOfficeId, facts.isProtected, readingRoles);
}

export function answersTransfer(viewer: Viewer, facts: TransferFacts): boolean {
  return facts.answer === null && isAt(viewer, facts.toOfficeId, facts.isProtected, answeringRoles);
}

/** The office that gave a report away looks back at what it did, and does nothing more. */
export function looksBack(viewer: Viewer, facts: TransferFacts): boolean {
  return facts.answer === "accepted" && isAt(viewer, facts.fromOfficeId, facts.isProtected, readingRoles);
}

const nobody: { readonly id: { in: string[] } } = { id: { in: [] } };

interface ProtectedScope {
  readonly report: { readonly isProtected?: false };
}

/** `seesOffer`, as a filter on rows. */
export function offersTo(viewer: Viewer) {
  return scopeAt(viewer, (officeId) => ({ toOfficeId: officeId, answer: null }));
}

/** `looksBack`, as a filter on rows. */
export function givenAwayBy(viewer: Viewer) {
  return scopeAt(viewer, (officeId) => ({ fromOfficeId: officeId, answer: "accepted" }));
}

/** What the own office offers and another has not answered. */
export function offersBy(viewer: Viewer) {
  return scopeAt(viewer, (officeId) => ({ fromOfficeId: officeId, answer: null }));
}

/** What was offered to the own office, and is no longer. */
export function askedOf(viewer: Viewer) {
  return scopeAt(viewer, (officeId) => ({ toOfficeId: officeId, answer: { not: null } }));
}

/** Reports that are offered to the viewer's office, as a filter on rows. */
export function offeredReports(viewer: Viewer) {
  const { report, ...offer } = offersTo(viewer);
  return { transfers: { some: offer }, ...report };
}

function scopeAt<Side extends object>(viewer: Viewer, side: (officeId: string) => Side) {
  const mayRead = viewer.kind === "office" && readingRoles.has(viewer.role);
  const report: ProtectedScope["report"] = mayRead && viewer.protectedCases ? {} : { isProtected: false };
  return mayRead ? { ...side(viewer.officeId), report } : { ...nobody, report };
}

function isAt(viewer: Viewer, officeId: string, isProtected: boolean, roles: ReadonlySet<string>): boolean {
  return (
    viewer.kind === "office" &&
    roles.has(viewer.role) &&
    viewer.officeId === officeId &&
    (!isProtected || viewer.protectedCases)
  );
}
