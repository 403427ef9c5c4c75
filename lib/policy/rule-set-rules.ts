import type { Viewer } from "@/lib/identity/viewer";

export interface RuleSetFacts {
  readonly officeId: string;
}

const keepers = new Set(["team_lead", "office_admin"]);
const readers = new Set([...keepers, "officer", "office_clerk", "coordinator"]);

/** The rules of an office are kept by its own lead, and by nobody else's. */
export function keepsRules(viewer: Viewer, { officeId }: RuleSetFacts): boolean {
  return viewer.kind === "office" && viewer.officeId === officeId && keepers.has(viewer.role);
}

/** Whoever gets work by the rules may see them. */
export function readsRules(viewer: Viewer, { officeId }: RuleSetFacts): boolean {
  return viewer.kind === "office" && viewer.officeId === officeId && readers.has(viewer.role);
}

/** A trial shows how the work of colleagues would shift: for whoever puts rules into force. */
export function triesRules(viewer: Viewer, facts: RuleSetFacts): boolean {
  return keepsRules(viewer, facts);
}
