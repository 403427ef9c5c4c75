import "server-only";
import type { Transaction } from "@/lib/audit/transact.server";
import { prisma } from "@/lib/db/client.server";
import { importColumns, importDefaults, type Reading } from "./columns";

/** As the school said the last time; empty when it said nothing yet, or in an older release said it otherwise. */
export async function rememberedReading(organisationId: string): Promise<Reading> {
  const kept = await prisma.importMapping.findUnique({ where: { organisationId } });
  const [columns, defaults] = [importColumns.safeParse(kept?.columns), importDefaults.safeParse(kept?.defaults)];
  return { columns: columns.data ?? {}, defaults: defaults.data ?? {} };
}

export async function rememberReading(tx: Transaction, organisationId: string, reading: Reading): Promise<void> {
  const kept = { columns: reading.columns, defaults: reading.defaults, changedAt: tx.now.at };
  await tx.client.importMapping.upsert({
    where: { organisationId },
    create: { organisationId, ...kept },
    update: kept,
  });
}
