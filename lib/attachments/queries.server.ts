import "server-only";
import { prisma } from "@/lib/db/client.server";
import type { Prisma } from "@/lib/db/generated/client";
import { openText } from "@/lib/db/seal.server";
import type { Viewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import { visibleReports } from "@/lib/policy/report-rules";
import { readReference } from "@/lib/shared/reference";
import { endColumns, endOf } from "./end-of-papers.server";
import { isFormat } from "./formats";
import { isKind } from "./kinds";
import { limits } from "./limits";
import { packedPapers } from "./packed-papers.server";
import { hasScanner } from "./scanner.server";
import type { PapersView, PaperView } from "./views";

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
      OR: [{ report: { AND: [visibleReports(viewer), { reference: own }] } }, packedPapers(viewer, own)],
    },
    orderBy: { id: "desc" },
    select: paperColumns,
  });
  const rows = found.filter(({ report }) => report.reference === own);
  const kept = rows.filter(({ goneAt }) => goneAt === null);
  return {
    papers: rows.filter(({ state }) => state !== "removed").map((row) => toPaper(viewer, row)),
    room: Math.max(0, limits.filesPerReport - kept.length),
    isScanned: hasScanner(),
    // Of a case the papers of the other reports are counted, and no more.
    inPackage: found.filter(({ state }) => state === "clean").length,
    ...endOf(viewer, rows),
  };
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
  goneAt: true,
  report: {
    select: {
      reference: true,
      status: true,
      organisationId: true,
      locationId: true,
      officeId: true,
      isProtected: true,
      ...endColumns,
    },
  },
  handOverId: true,
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
