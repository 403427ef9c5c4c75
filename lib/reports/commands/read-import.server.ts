import "server-only";
import { z } from "zod";
import { usualReason } from "@/lib/audit/entry";
import { record } from "@/lib/audit/record.server";
import { transact } from "@/lib/audit/transact.server";
import type { Viewer } from "@/lib/identity/viewer";
import type { Now } from "@/lib/shared/clock";
import type { Problem } from "@/lib/shared/problem";
import { fail, ok, type Result } from "@/lib/shared/result";
import { type ImportRole, importColumns, importDefaults, missingRoles } from "../import/columns";
import { rememberReading } from "../import/mapping.server";
import { ownImport, touchedBy } from "../import/own-import.server";
import { open } from "../import/stages";

export const importReading = z.strictObject({ id: z.uuid(), columns: importColumns, defaults: importDefaults });
type ImportReading = z.output<typeof importReading>;

/** A type or a reason can also hold for all rows. */
function missingProblem(role: ImportRole): Problem {
  const isForAll = role === "type" || role === "reason";
  return { code: isForAll ? "import-value-missing" : "import-column-missing", field: role };
}

/** Says which column holds what, for this sheet and for the next ones of the school, and has all rows checked. */
export async function readImport(viewer: Viewer, input: ImportReading, now: Now): Promise<Result<{ id: string }>> {
  const own = await ownImport(viewer, input.id, now);
  const { id, columns, defaults } = input;
  if (own.stage === "sending") return fail({ code: "import-busy" });
  const known = Object.fromEntries(Object.entries(columns).filter(([, head]) => own.sheet.heads.includes(head)));
  const missing = missingRoles({ columns: known, defaults });
  if (missing.length > 0) return fail(...missing.map(missingProblem));
  return transact(viewer, now, async (tx) => {
    await rememberReading(tx, own.organisationId, { columns: known, defaults });
    const { count } = await tx.client.reportImport.updateMany({
      where: { id, stage: own.stage },
      data: { stage: "checking", columns: known, defaults, leasedUntil: null, ...touchedBy(own.viewer, now) },
    });
    if (count === 0) return fail({ code: "import-busy" });
    await tx.client.reportImportRow.updateMany({
      where: { importId: id, verdict: { in: open().filter((verdict) => verdict !== "left_out") } },
      data: { verdict: "waiting", problems: [], warnings: [], studentId: null },
    });
    record(tx, { action: "import:columns", object: { kind: "import", id }, reason: usualReason(viewer) });
    return ok({ id });
  });
}
