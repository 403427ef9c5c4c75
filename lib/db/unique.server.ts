import "server-only";
import { z } from "zod";
import { Prisma } from "@/lib/db/generated/client";

/** Of a statement in SQL the client names only what the driver said. */
const driverSaid = z.object({
  driverAdapterError: z.object({ cause: z.object({ originalCode: z.literal("23505") }) }),
});

/** Somebody else stored the same key first. */
export function isUniqueViolation(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  return error.code === "P2002" || (error.code === "P2010" && driverSaid.safeParse(error.meta).success);
}
