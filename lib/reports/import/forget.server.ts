import "server-only";
import { prisma } from "@/lib/db/client.server";
import { toColumn } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";

/** Forgets sheets that nobody went on with; answers how many. */
export async function forgetImports(now: Now): Promise<number> {
  const { count } = await prisma.reportImport.deleteMany({ where: { expiresOn: { lt: toColumn(now.today) } } });
  return count;
}
