import type { PersonViewer } from "@/lib/identity/viewer";
import { visibleReports } from "@/lib/policy/report-rules";

/**
 * The own notices about reports that may be read in the mandate of now; an administrator of the desk has those about
 * reports that wait for an office.
 */
export function ownNotices(viewer: PersonViewer) {
  const { accountId } = viewer;
  if (viewer.kind === "desk") return { accountId, kind: "unroutable", report: { officeId: null } };
  return { accountId, report: visibleReports(viewer) };
}
