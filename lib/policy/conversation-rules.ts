import type { Viewer } from "@/lib/identity/viewer";
import { handlesReport, handlingOfficeRoles, mendsReport, type ReportFacts, readsReport } from "./report-rules";

/** Who of those that may read a report may also say something at it: the roles to which the rule below says yes. */
export const talkingRoles: ReadonlySet<string> = new Set(["reporter", ...handlingOfficeRoles]);

/** Persons who answer for the report on their side; a report without an office has nobody to talk with. */
export function talks(viewer: Viewer, facts: ReportFacts): boolean {
  if (viewer.kind === "school") return facts.officeId !== null && mendsReport(viewer, facts);
  return viewer.kind === "office" && handlesReport(viewer, facts);
}

/** Persons who answer for the report on their side ask a colleague to look along, also where there is no office yet. */
export function bringsIn(viewer: Viewer, facts: ReportFacts): boolean {
  if (viewer.kind === "school") return mendsReport(viewer, facts);
  return viewer.kind === "office" && handlesReport(viewer, facts);
}

/** Whoever reads a report in the office may write down something for colleagues. */
export function notesInOffice(viewer: Viewer, facts: ReportFacts): boolean {
  return viewer.kind === "office" && readsReport(viewer, facts);
}

export function asksSchool(viewer: Viewer, facts: ReportFacts): boolean {
  return viewer.kind === "office" && handlesReport(viewer, facts);
}

export function answersRequest(viewer: Viewer, facts: ReportFacts): boolean {
  return viewer.kind === "school" && mendsReport(viewer, facts);
}
