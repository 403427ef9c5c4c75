import "server-only";
import { prisma } from "@/lib/db/client.server";
import type { Prisma } from "@/lib/db/generated/client";
import { openText } from "@/lib/db/seal.server";
import type { Viewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import { visibleReports } from "@/lib/policy/report-rules";
import { dayOf } from "@/lib/shared/calendar-date";
import { readReference } from "@/lib/shared/reference";
import { isFormat } from "./formats";
import { isKind } from "./kinds";
import { limits } from "./limits";
import { packedPapers } from "./packed-papers.server";
import { hasScanner } from "./scanner.server";
import type { HoldView, PapersView, PaperView } from "./views";

/**
 * The papers of a report that this viewer may read; none when he may not. They stand on the page of the report, and
 * whoever opens that is on the access log for it.
 */
export async function listPapers(viewer: Viewer, given: string): Promise<PapersView> {
  const own = readReference(given) ?? "";
  const found = await prisma.attachment.findMany({
    relationLoadStrategy: "join",
    where: {
      // Both parts are of this student. The database does not see that in them, and would read all papers there are.
      report: { student: { reports: { some: { reference: own } } } },
      OR: [
        { state: { not: "removed" }, report: { AND: [visibleReports(viewer), { reference: own }] } },
        packedPapers(viewer, own),
      ],
    },
    orderBy: { id: "desc" },
    select: paperColumns,
  });
  const rows = found.filter(({ report }) => report.reference === own);
  const kept = rows.filter(({ state }) => state !== "refused");
  return {
    papers: rows.map((row) => toPaper(viewer, row)),
    room: Math.max(0, limits.filesPerReport - kept.length),
    isScanned: hasScanner(),
    // Of a case the papers of the other reports are counted, and no more.
    inPackage: found.filter(({ state }) => state === "clean").length,
    ...endOf(viewer, kept),
  };
}

/** Without papers there is nothing to end. */
function endOf(viewer: Viewer, [row]: readonly PaperRow[]): Pick<PapersView, "closedOn" | "hold" | "mayHold"> {
  if (row === undefined) return { closedOn: null, hold: null, mayHold: false };
  const { closedAt, paperHolds, ...facts } = row.report;
  return {
    closedOn: closedAt === null ? null : dayOf(closedAt),
    hold: toHold(viewer, paperHolds),
    mayHold: can(viewer, "papers:hold", facts),
  };
}

function toHold(viewer: Viewer, [hold]: PaperRow["report"]["paperHolds"]): HoldView | null {
  if (hold === undefined) return null;
  const said = viewer.kind === "office" ? { by: hold.heldByName, reason: openText(hold.reasonSealed) } : null;
  return { since: hold.heldAt, said };
}

export const paperColumns = {
  id: true,
  kind: true,
  format: true,
  nameSealed: true,
  byteCount: true,
  sha256: true,
  uploadedAt: true,
  uploaderSide: true,
  uploaderName: true,
  organisationId: true,
  state: true,
  report: {
    select: {
      reference: true,
      status: true,
      closedAt: true,
      organisationId: true,
      locationId: true,
      officeId: true,
      isProtected: true,
      paperHolds: { where: { liftedAt: null }, select: { heldAt: true, heldByName: true, reasonSealed: true } },
    },
  },
} satisfies Prisma.AttachmentSelect;

type PaperRow = Prisma.AttachmentGetPayload<{ select: typeof paperColumns }>;

/** The school of a student with a protected address gets no name of an officer (settled 12). */
function toPaper(viewer: Viewer, row: PaperRow): PaperView {
  const { id, byteCount, sha256, uploadedAt } = row;
  const side = row.uploaderSide === "school" ? "school" : "office";
  const isHidden = row.report.isProtected && side === "office" && isOfSchool(viewer);
  return {
    id,
    kind: isKind(row.kind) ? row.kind : "other",
    format: isFormat(row.format) ? row.format : "txt",
    name: row.nameSealed === "" ? null : openText(row.nameSealed),
    byteCount,
    sha256,
    uploadedAt,
    mayRemove:
      row.state !== "refused" &&
      can(viewer, "attachment:remove", {
        ...row.report,
        senderId: row.organisationId,
        isHeld: row.report.paperHolds.length > 0,
      }),
    side,
    uploaderName: isHidden ? null : row.uploaderName,
    state: row.state === "clean" || row.state === "waiting" ? row.state : "refused",
  };
}

function isOfSchool(viewer: Viewer): boolean {
  return viewer.kind === "school" || (viewer.kind === "client" && viewer.side === "school");
}
