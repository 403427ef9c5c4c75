import "server-only";
import type { Prisma } from "@/lib/db/generated/client";
import type { Viewer } from "@/lib/identity/viewer";
import { visibleReports } from "@/lib/policy/report-rules";
import { readReference } from "@/lib/shared/reference";
import { openStatuses } from "@/lib/timeline/statuses";

/**
 * The papers that go along in one package. An office works on the open reports of one student together; a school, and
 * whoever looks at a report that is over, on one.
 */
export function packedPapers(viewer: Viewer, given: string): Prisma.AttachmentWhereInput {
  const reference = readReference(given) ?? "";
  const isOpen = { status: { in: [...openStatuses] } };
  const ofCase = {
    ...isOpen,
    student: { reports: { some: { AND: [visibleReports(viewer), isOpen, { reference }] } } },
  };
  const around = viewer.kind === "office" ? { OR: [{ reference }, ofCase] } : { reference };
  return { state: "clean", report: { AND: [visibleReports(viewer), around] } };
}
