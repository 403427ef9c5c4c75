import "server-only";
import { Prisma } from "@/lib/db/generated/client";

/** Somebody else stored the same key first. */
export function isUniqueViolation(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
}
