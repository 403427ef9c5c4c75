import "server-only";
import { usualReason } from "@/lib/audit/entry";
import { record } from "@/lib/audit/record.server";
import { transact } from "@/lib/audit/transact.server";
import { prisma } from "@/lib/db/client.server";
import { lookupHash, sealText } from "@/lib/db/seal.server";
import { isUniqueViolation } from "@/lib/db/unique.server";
import type { SchoolViewer, Viewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import type { Now } from "@/lib/shared/clock";
import { newId } from "@/lib/shared/ids";
import { NotAllowed, type Problem } from "@/lib/shared/problem";
import { fail, ok, type Result } from "@/lib/shared/result";
import { distinctHeads, missingRoles, readingFor } from "../import/columns";
import { rememberedReading } from "../import/mapping.server";
import { touchedBy } from "../import/own-import.server";
import { sealCells } from "../import/rows.server";
import { withHeads } from "../sheet/columns";
import { readSheetFile } from "../sheet/read-file.server";
import { readTable, type SheetFault, sheetRowsMax, type Table, UnreadableSheet } from "../sheet/table";

export type SheetSource = { readonly bytes: Uint8Array } | { readonly text: string };

export interface BegunImport {
  readonly id: string;
  /** The same sheet was brought before: this goes on with it. */
  readonly isKnown: boolean;
}

/** Keeps a sheet with many reports to be checked. The same sheet again is the same import, and makes nothing anew. */
export async function beginImport(viewer: Viewer, source: SheetSource, now: Now): Promise<Result<BegunImport>> {
  if (viewer.kind !== "school" || !can(viewer, "import:begin", viewer)) throw new NotAllowed("import:begin");
  try {
    const table = "text" in source ? readTable(source.text) : await readSheetFile(source.bytes);
    return await begin(viewer, table, now);
  } catch (error) {
    if (error instanceof UnreadableSheet) return fail(asProblem(error));
    throw error;
  }
}

/** What is too much for the hours of one student is not too much here. */
const ownCodes: Readonly<Partial<Record<SheetFault, string>>> = {
  "sheet-too-large": "import-too-large",
  "sheet-too-many-rows": "import-too-many-rows",
};

function asProblem({ code, line }: UnreadableSheet): Problem {
  const problem = { code: ownCodes[code] ?? code, field: "sheet" };
  return line === undefined ? problem : { ...problem, facts: { line } };
}

async function begin(viewer: SchoolViewer, table: Table, now: Now): Promise<Result<BegunImport>> {
  const { heads, rows } = withHeads(table);
  if (rows.length === 0) throw new UnreadableSheet("sheet-empty");
  if (rows.length > sheetRowsMax) throw new UnreadableSheet("sheet-too-many-rows");
  const contentHash = lookupHash("import-sheet", JSON.stringify(table));
  const known = await findKnown(viewer, contentHash);
  if (known !== null) return ok({ id: known, isKnown: true });
  try {
    return ok({ id: await keep(viewer, { heads, rows, contentHash }, now), isKnown: false });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    const first = await findKnown(viewer, contentHash);
    if (first === null) throw error;
    return ok({ id: first, isKnown: true });
  }
}

async function findKnown({ accountId, organisationId }: SchoolViewer, contentHash: string): Promise<string | null> {
  const found = await prisma.reportImport.findUnique({
    where: { ownerId_organisationId_contentHash: { ownerId: accountId, organisationId, contentHash } },
    select: { id: true },
  });
  return found?.id ?? null;
}

interface Sheet {
  readonly heads: readonly string[];
  readonly rows: Table;
  readonly contentHash: string;
}

/** Rows go in at once: a sheet is there whole, or not at all. */
async function keep(viewer: SchoolViewer, { rows, contentHash, ...sheet }: Sheet, now: Now): Promise<string> {
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), sheet.heads.length);
  const heads = distinctHeads(sheet.heads, width);
  const reading = readingFor(heads, await rememberedReading(viewer.organisationId));
  const id = newId();
  await transact(viewer, now, async (tx) => {
    await tx.client.reportImport.create({
      data: {
        id,
        organisationId: viewer.organisationId,
        ownerId: viewer.accountId,
        contentHash,
        stage: missingRoles(reading).length === 0 ? "checking" : "columns",
        headsSealed: sealText(JSON.stringify(heads)),
        columns: reading.columns,
        defaults: reading.defaults,
        rowCount: rows.length,
        createdAt: now.at,
        ...touchedBy(viewer, now),
      },
    });
    // Through Prisma, five thousand rows cost more time than reading them did.
    const sealed = JSON.stringify(rows.map(({ line, cells }) => ({ line, cells: sealCells(cells) })));
    await tx.client.$executeRaw`
      INSERT INTO report_import_rows (import_id, line, cells_sealed, verdict, problems, warnings)
      SELECT ${id}::uuid, line, cells, 'waiting', '[]', '{}'
      FROM jsonb_to_recordset(${sealed}::jsonb) AS brought(line int, cells text)`;
    record(tx, {
      action: "import:begin",
      object: { kind: "import", id, count: rows.length },
      reason: usualReason(viewer),
    });
  });
  return id;
}
