import "server-only";
import { z } from "zod";
import { record } from "@/lib/audit/record.server";
import { transact } from "@/lib/audit/transact.server";
import { prisma } from "@/lib/db/client.server";
import type { SchoolViewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import type { Now } from "@/lib/shared/clock";
import { NotAllowed } from "@/lib/shared/problem";
import { columnRoles, type SheetColumns } from "../sheet/columns";
import { readSheetFile } from "../sheet/read-file.server";
import type { Table } from "../sheet/table";

const head = z.string().max(200).optional();
const columns = z.object({ day: head, lesson: head, hours: head, student: head });

/** Which columns the school's own sheet has, said once and then known. */
export async function rememberColumns(viewer: SchoolViewer, chosen: SheetColumns, now: Now): Promise<void> {
  requireWriter(viewer);
  const { organisationId } = viewer;
  const kept = { columns: columns.parse(chosen), changedAt: now.at };
  await transact(viewer, now, async (tx) => {
    await tx.client.sheetMapping.upsert({
      where: { organisationId },
      create: { organisationId, ...kept },
      update: kept,
    });
    record(tx, { action: "sheet:columns", object: { kind: "organisation", id: organisationId }, reason: "own-school" });
  });
}

/** Empty: nothing was said yet. */
export async function rememberedColumns(viewer: SchoolViewer): Promise<SheetColumns> {
  requireWriter(viewer);
  const kept = await prisma.sheetMapping.findUnique({ where: { organisationId: viewer.organisationId } });
  const read = columns.safeParse(kept?.columns ?? {});
  if (!read.success) return {};
  return Object.fromEntries(
    columnRoles.flatMap((role) => {
      const known = read.data[role];
      return known === undefined ? [] : [[role, known]];
    }),
  );
}

/** The rows of a file. Throws UnreadableSheet with what its owner can do; keeps nothing. */
export function readSheet(viewer: SchoolViewer, bytes: Uint8Array): Promise<Table> {
  requireWriter(viewer);
  return readSheetFile(bytes);
}

function requireWriter(viewer: SchoolViewer): void {
  const { organisationId, locationIds } = viewer;
  const place = { organisationId, locationId: locationIds[0] ?? "" };
  if (!(can(viewer, "report:file", place) || can(viewer, "report:prepare", place))) throw new NotAllowed("report:file");
}
