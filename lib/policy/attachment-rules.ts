import type { Viewer } from "@/lib/identity/viewer";
import { handlesReport, type ReportFacts, readsReport } from "./report-rules";

const sendingSchoolRoles = new Set(["reporter", "preparer"]);
const sendingOfficeRoles = new Set(["officer", "office_clerk", "team_lead", "coordinator"]);

/** Whoever works with a report adds papers to it, on either side; who only reads along does not. */
export function addsAttachment(viewer: Viewer, facts: ReportFacts): boolean {
  switch (viewer.kind) {
    case "school":
      return sendingSchoolRoles.has(viewer.role) && readsReport(viewer, facts);
    case "office":
      return readsReport(viewer, facts);
    case "client":
      return viewer.scopes.includes("attachments:write") && readsReport(viewer, facts);
    default:
      return false;
  }
}

/** Who may add papers to some report may begin to send one. */
export function beginsAttachment(viewer: Viewer): boolean {
  if (viewer.kind === "office") return sendingOfficeRoles.has(viewer.role);
  return viewer.kind === "school" && sendingSchoolRoles.has(viewer.role);
}

export type SentPaperFacts = ReportFacts & {
  /** The organisation that sent the paper. */
  readonly senderId: string;
  /** The office said that the papers of this report must stay. */
  readonly isHeld: boolean;
};

/** What the own organisation sent, it may take back, unless it must stay. */
export function removesAttachment(viewer: Viewer, facts: SentPaperFacts): boolean {
  if (viewer.kind === "system" || facts.isHeld) return false;
  return viewer.organisationId === facts.senderId && addsAttachment(viewer, facts);
}

/** Who handles the report decides whether its papers stay longer or go sooner: a person, not a coupled system. */
export function endsPapers(viewer: Viewer, facts: ReportFacts): boolean {
  return viewer.kind === "office" && handlesReport(viewer, facts);
}

/** The office that has the report answers for what became of its papers. */
export function provesDestruction(viewer: Viewer, facts: ReportFacts): boolean {
  return viewer.kind === "office" && readsReport(viewer, facts);
}

/** Who reads the report reads its papers. */
export function opensAttachment(viewer: Viewer, facts: ReportFacts): boolean {
  return viewer.kind !== "system" && readsReport(viewer, facts);
}
