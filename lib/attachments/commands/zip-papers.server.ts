import "server-only";
import { usualReason } from "@/lib/audit/entry";
import { record } from "@/lib/audit/record.server";
import { type Transaction, transact } from "@/lib/audit/transact.server";
import type { PersonViewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import { visibleReports } from "@/lib/policy/report-rules";
import type { Now } from "@/lib/shared/clock";
import { NotFound } from "@/lib/shared/problem";
import { readReference } from "@/lib/shared/reference";
import { openStatuses } from "@/lib/timeline/statuses";
import { packPapers, presentPacked, type VaultedPaper, vaultedPaper } from "../pack.server";

/** All papers of a case as one package with an index, packed while it goes out. */
export async function zipPapers(viewer: PersonViewer, reference: string, now: Now): Promise<AsyncIterable<Uint8Array>> {
  return packPapers(await transact(viewer, now, (tx) => openAll(tx, viewer, reference)), now);
}

/** An office works on the open reports of one student together; a school, and whoever looks at one that is over, on one. */
async function openAll(tx: Transaction, viewer: PersonViewer, reference: string): Promise<readonly VaultedPaper[]> {
  const { client } = tx;
  const report = await client.report.findFirst({
    where: { AND: [visibleReports(viewer), { reference: readReference(reference) ?? "" }] },
    select: {
      id: true,
      studentId: true,
      status: true,
      organisationId: true,
      locationId: true,
      officeId: true,
      isProtected: true,
    },
  });
  if (report === null || !can(viewer, "attachment:open", report)) throw new NotFound("report");
  const isCase = viewer.kind === "office" && openStatuses.includes(report.status);
  const around = isCase ? { studentId: report.studentId, status: { in: [...openStatuses] } } : { id: report.id };
  const rows = await client.attachment.findMany({
    relationLoadStrategy: "join",
    where: { state: "clean", report: { AND: [visibleReports(viewer), around] } },
    orderBy: [{ reportId: "asc" }, { id: "asc" }],
    select: { ...vaultedPaper, report: { select: { reference: true } } },
  });
  if (rows.length === 0) throw new NotFound("attachment");
  // Who asks later about another report of the case must find there that its papers went along.
  for (const id of new Set(rows.map(({ reportId }) => reportId))) {
    const count = rows.filter(({ reportId }) => reportId === id).length;
    record(tx, { action: "attachment:zip", object: { kind: "report", id, count }, reason: usualReason(viewer) });
  }
  const hidesOffice = report.isProtected && viewer.kind === "school";
  return rows.map(({ report: { reference: of }, ...row }) => presentPacked(row, of, hidesOffice));
}
