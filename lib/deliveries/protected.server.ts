import "server-only";
import { prisma } from "@/lib/db/client.server";

/**
 * Who of these has or had a protected address, by the register of now: an address that is protected after a delivery
 * was read is kept from whoever looks into it later.
 */
export async function protectedAmong(studentIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await prisma.residence.findMany({
    where: { studentId: { in: [...studentIds] }, kind: "protected" },
    distinct: ["studentId"],
    select: { studentId: true },
  });
  return new Set(rows.map(({ studentId }) => studentId));
}
