import "server-only";
import { z } from "zod";
import { usualReason } from "@/lib/audit/entry";
import { noteErasure } from "@/lib/audit/erase.server";
import { record } from "@/lib/audit/record.server";
import { transact } from "@/lib/audit/transact.server";
import type { Viewer } from "@/lib/identity/viewer";
import type { Now } from "@/lib/shared/clock";
import { fail, ok, type Result } from "@/lib/shared/result";
import { ownImport, touchedBy } from "../import/own-import.server";
import { sendable } from "../import/stages";

export const importChoice = z.strictObject({ id: z.uuid() });
type ImportChoice = z.output<typeof importChoice>;

/** Has all good rows sent; what is wrong stays behind to be mended. The worker does it, whoever looks on. */
export async function sendImport(viewer: Viewer, { id }: ImportChoice, now: Now): Promise<Result<ImportChoice>> {
  const own = await ownImport(viewer, id, now);
  // Pressed twice, or in another tab: it is on its way.
  if (own.stage === "sending") return ok({ id });
  if (own.stage !== "ready") return fail({ code: "import-busy" });
  return transact(viewer, now, async (tx) => {
    const sendCount = await tx.client.reportImportRow.count({
      where: { importId: id, verdict: { in: sendable() } },
    });
    if (sendCount === 0) return fail({ code: "import-nothing" });
    await tx.client.reportImport.updateMany({
      where: { id, stage: "ready" },
      data: { stage: "sending", sendCount, leasedUntil: null, ...touchedBy(own.viewer, now) },
    });
    const object = { kind: "import", id, count: sendCount };
    record(tx, { action: "import:send", object, reason: usualReason(viewer) });
    return ok({ id });
  });
}

/** Looks once more at what was wrong: the register may know more by now, and who guessed too often may ask again. */
export async function recheckImport(viewer: Viewer, { id }: ImportChoice, now: Now): Promise<Result<ImportChoice>> {
  const own = await ownImport(viewer, id, now);
  if (own.stage !== "ready") return fail({ code: "import-busy" });
  return transact(viewer, now, async (tx) => {
    await tx.client.reportImportRow.updateMany({
      where: { importId: id, verdict: "wrong" },
      data: { verdict: "waiting", problems: [], warnings: [], studentId: null },
    });
    await tx.client.reportImport.updateMany({
      where: { id, stage: "ready" },
      data: { stage: "checking", leasedUntil: null, ...touchedBy(own.viewer, now) },
    });
    record(tx, { action: "import:recheck", object: { kind: "import", id }, reason: usualReason(viewer) });
    return ok({ id });
  });
}

/** Throws the sheet away. What was sent stays sent. */
export async function dropImport(viewer: Viewer, { id }: ImportChoice, now: Now): Promise<Result<null>> {
  await ownImport(viewer, id, now);
  return transact(viewer, now, async (tx) => {
    const { count } = await tx.client.reportImport.deleteMany({ where: { id, stage: { not: "sending" } } });
    if (count === 0) return fail({ code: "import-busy" });
    noteErasure(tx, { kind: "import", object: id });
    record(tx, { action: "import:drop", object: { kind: "import", id }, reason: usualReason(viewer) });
    return ok(null);
  });
}
