import "server-only";
import { usualReason } from "@/lib/audit/entry";
import { type Transaction, transact } from "@/lib/audit/transact.server";
import type { PersonViewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import { visibleReports } from "@/lib/policy/report-rules";
import type { Now } from "@/lib/shared/clock";
import { NotFound } from "@/lib/shared/problem";
import { readReference } from "@/lib/shared/reference";
import { packPapers, presentPacked, recordPacked, type VaultedPaper, vaultedPaper } from "../pack.server";
import { packedPapers } from "../packed-papers.server";

/** All papers of a case as one package with an index, packed while it goes out. */
export async function zipPapers(viewer: PersonViewer, reference: string, now: Now): Promise<AsyncIterable<Uint8Array>> {
  return packPapers(await transact(viewer, now, (tx) => openAll(tx, viewer, reference)), now);
}

async function openAll(tx: Transaction, viewer: PersonViewer, reference: string): Promise<readonly VaultedPaper[]> {
  const { client } = tx;
  const report = await client.report.findFirst({
    where: { AND: [visibleReports(viewer), { reference: readReference(reference) ?? "" }] },
    select: {
      id: true,
      organisationId: true,
      locationId: true,
      officeId: true,
      isProtected: true,
    },
  });
  if (report === null || !can(viewer, "attachment:open", report)) throw new NotFound("report");
  const rows = await client.attachment.findMany({
    relationLoadStrategy: "join",
    where: packedPapers(viewer, reference),
    orderBy: [{ reportId: "asc" }, { id: "asc" }],
    select: { ...vaultedPaper, report: { select: { reference: true } } },
  });
  if (rows.length === 0) throw new NotFound("attachment");
  recordPacked(tx, rows, usualReason(viewer));
  const hidesOffice = report.isProtected && viewer.kind === "school";
  return rows.map(({ report: { reference: of }, ...row }) => presentPacked(row, of, hidesOffice));
}
