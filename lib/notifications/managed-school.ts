import type { PersonViewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";

/** The school whose people this viewer tends; null when he tends those of no school. */
export function managedSchool(viewer: PersonViewer): string | null {
  const { kind, organisationId } = viewer;
  return kind === "school" && can(viewer, "people:manage", { organisationId }) ? organisationId : null;
}
