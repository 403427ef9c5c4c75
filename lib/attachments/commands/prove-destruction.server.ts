import "server-only";
import { stringify } from "csv-stringify/sync";
import { usualReason } from "@/lib/audit/entry";
import { record } from "@/lib/audit/record.server";
import { transact } from "@/lib/audit/transact.server";
import type { Prisma } from "@/lib/db/generated/client";
import type { PersonViewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import { visibleReports } from "@/lib/policy/report-rules";
import type { Now } from "@/lib/shared/clock";
import { NotFound } from "@/lib/shared/problem";
import { readReference } from "@/lib/shared/reference";
import { isFormat } from "../formats";
import { isKind } from "../kinds";
import { type GonePaper, isWhyGone, proofOf } from "../proof";

const columns = {
  id: true,
  kind: true,
  format: true,
  byteCount: true,
  sha256: true,
  uploadedAt: true,
  goneAt: true,
  goneReason: true,
  bytesGoneAt: true,
} satisfies Prisma.AttachmentSelect;

/** What proves, of each paper of this report that is gone, what it was and how it ended: a csv file. */
export async function proveDestruction(viewer: PersonViewer, given: string, now: Now): Promise<Uint8Array> {
  const rows = await transact(viewer, now, async (tx) => {
    const reference = readReference(given) ?? "";
    const report = await tx.client.report.findFirst({
      where: { AND: [visibleReports(viewer), { reference }] },
      select: { id: true, organisationId: true, locationId: true, officeId: true, isProtected: true },
    });
    if (report === null || !can(viewer, "papers:prove", report)) throw new NotFound("report");
    const gone = await tx.client.attachment.findMany({
      where: { reportId: report.id, goneAt: { not: null } },
      orderBy: [{ goneAt: "asc" }, { id: "asc" }],
      select: columns,
    });
    if (gone.length === 0) throw new NotFound("attachment");
    const object = { kind: "report", id: report.id, count: gone.length };
    record(tx, { action: "papers:prove", object, reason: usualReason(viewer) });
    return proofOf(reference, gone.flatMap(toGone));
  });
  const lines = rows.map((row) => [...row]);
  return Buffer.from(stringify(lines, { delimiter: ";", bom: true, escape_formulas: true }));
}

type GoneRow = Prisma.AttachmentGetPayload<{ select: typeof columns }>;

function toGone({ goneAt, goneReason, kind, format, ...rest }: GoneRow): readonly GonePaper[] {
  if (goneAt === null) return [];
  const what = { kind: isKind(kind) ? kind : "other", format: isFormat(format) ? format : "txt" } as const;
  return [{ ...rest, ...what, goneAt, why: isWhyGone(goneReason) ? goneReason : null }];
}
