import "server-only";
import { stringify } from "csv-stringify/sync";
import { ZipFile } from "yazl";
import type { AuditAct } from "@/lib/audit/entry";
import { record } from "@/lib/audit/record.server";
import type { Transaction } from "@/lib/audit/transact.server";
import type { Prisma } from "@/lib/db/generated/client";
import { openText } from "@/lib/db/seal.server";
import type { Now } from "@/lib/shared/clock";
import { endWith } from "@/lib/shared/zip";
import { isKind } from "./kinds";
import { indexOf, type PackedPaper, placesOf } from "./papers-zip";
import { takeOut } from "./vault.server";

/** What must be known of a paper to take it out of the store and to name it. */
export const vaultedPaper = {
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
} satisfies Prisma.AttachmentSelect;

type VaultedRow = Prisma.AttachmentGetPayload<{ select: typeof vaultedPaper }>;

export interface VaultedPaper
  extends PackedPaper,
    Pick<VaultedRow, "id" | "reportId" | "objectKey" | "fileKeySealed"> {}

/** Who asks later about a paper or about another report of the case must find there that it went along. */
export function recordPacked(
  tx: Transaction,
  papers: readonly Pick<VaultedRow, "id" | "reportId">[],
  reason: AuditAct["reason"],
) {
  const action = "attachment:zip";
  for (const [id, ofReport] of Map.groupBy(papers, ({ reportId }) => reportId)) {
    record(tx, { action, object: { kind: "report", id, count: ofReport.length }, reason });
    for (const paper of ofReport) record(tx, { action, object: { kind: "attachment", id: paper.id }, reason });
  }
}

export function presentPacked(row: VaultedRow, reference: string, hidesOffice: boolean): VaultedPaper {
  const { nameSealed, kind, uploaderName, uploaderSide, ...rest } = row;
  return {
    ...rest,
    reference,
    name: openText(nameSealed),
    kind: isKind(kind) ? kind : "other",
    sender: hidesOffice && uploaderSide !== "school" ? "" : uploaderName,
  };
}

interface Extra {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Papers with an index of them, and what goes before them, as one package that is packed while it goes out. */
export function packPapers(
  papers: readonly VaultedPaper[],
  now: Now,
  extras: readonly Extra[] = [],
): AsyncIterable<Uint8Array> {
  const zip = new ZipFile();
  const places = placesOf(papers);
  for (const { name, bytes } of extras) zip.addBuffer(Buffer.from(bytes), name, { mtime: now.at, compress: false });
  zip.addBuffer(Buffer.from(indexText(papers)), "index.csv", { mtime: now.at });
  // Only when its turn comes: memory does not grow with the number of papers.
  const inTurn = papers.map((paper, at) => ({
    name: places[at] ?? paper.id,
    options: { mtime: paper.uploadedAt, compress: false },
    bytes: () => takeOut(paper),
  }));
  return endWith(zip, inTurn);
}

function indexText(papers: readonly VaultedPaper[]): string {
  const rows = indexOf(papers).map((row) => [...row]);
  return stringify(rows, { delimiter: ";", bom: true, escape_formulas: true });
}
