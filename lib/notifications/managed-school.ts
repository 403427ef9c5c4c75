import type { PersonViewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";

/** The school whose people this viewer tends; null when he tends those of no school. */
export function managedSchool(viewer: PersonViewer): string | null {
  const { kind, organisationId } = viewer;
  return kind === "school" && can(viewer, "people:manage", { organisationId }) ? organisationId : null;
}

/** The organisation for which this viewer says who hears of all its reports; null when he does so for none. */
export function followedOrganisation(viewer: PersonViewer): string | null {
  if (viewer.kind !== "office") return managedSchool(viewer);
  return can(viewer, "officers:plan", { officeId: viewer.officeId }) ? viewer.organisationId : null;
}
