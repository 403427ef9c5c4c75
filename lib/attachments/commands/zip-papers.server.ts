import "server-only";
import { Readable } from "node:stream";
import { stringify } from "csv-stringify/sync";
import { ZipFile } from "yazl";
import { usualReason } from "@/lib/audit/entry";
import { record } from "@/lib/audit/record.server";
import { type Transaction, transact } from "@/lib/audit/transact.server";
import { openText } from "@/lib/db/seal.server";
import type { PersonViewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import { visibleReports } from "@/lib/policy/report-rules";
import type { Now } from "@/lib/shared/clock";
import { NotFound } from "@/lib/shared/problem";
import { readReference } from "@/lib/shared/reference";
import { openStatuses } from "@/lib/timeline/statuses";
import { isKind } from "../kinds";
import { indexOf, placesOf } from "../papers-zip";
import { takeOut } from "../vault.server";

/** All papers of a case as one package with an index, packed while it goes out. */
export async function zipPapers(viewer: PersonViewer, reference: string, now: Now): Promise<AsyncIterable<Uint8Array>> {
  const papers = await transact(viewer, now, (tx) => openAll(tx, viewer, reference));
  const zip = new ZipFile();
  const places = placesOf(papers);
  zip.addBuffer(
    Buffer.from(
      stringify(
        indexOf(papers).map((row) => [...row]),
        csv,
      ),
    ),
    "index.csv",
    { mtime: now.at },
  );
  for (const [at, paper] of papers.entries()) {
    // Only when its turn comes: memory does not grow with the number of papers.
    zip.addReadStreamLazy(places[at] ?? paper.id, { mtime: paper.uploadedAt, compress: false }, (give) =>
      give(null, Readable.from(takeOut(paper))),
    );
  }
  zip.end();
  return Readable.from(zip.outputStream);
}

const csv = { delimiter: ";", bom: true, escape_formulas: true } as const;

/** An office works on the open reports of one student together; a school, and whoever looks at one that is over, on one. */
async function openAll(tx: Transaction, viewer: PersonViewer, reference: string) {
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
    select: columns,
  });
  if (rows.length === 0) throw new NotFound("attachment");
  // Who asks later about another report of the case must find there that its papers went along.
  for (const id of new Set(rows.map(({ reportId }) => reportId))) {
    const count = rows.filter(({ reportId }) => reportId === id).length;
    record(tx, { action: "attachment:zip", object: { kind: "report", id, count }, reason: usualReason(viewer) });
  }
  const hidesOffice = report.isProtected && viewer.kind === "school";
  return rows.map(({ report: { reference: of }, nameSealed, kind, uploaderName, uploaderSide, ...row }) => ({
    ...row,
    reference: of,
    name: openText(nameSealed),
    kind: isKind(kind) ? kind : ("other" as const),
    sender: hidesOffice && uploaderSide !== "school" ? "" : uploaderName,
  }));
}

const columns = {
  id: true,
  reportId: true,
  kind: true,
  nameSealed: true,
  sha256: true,
  uploadedAt: true,
  uploaderName: true,
  uploaderSide: true,
  objectKey: true,
  fileKeySealed: true,
  report: { select: { reference: true } },
} as const;
