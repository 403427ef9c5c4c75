import "server-only";
import { Prisma } from "./generated/client";

/** Bytes on their way out of the database: its driver takes them as text, and the usual digits need half as much again. */
export function bytesSql(column: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`encode(${column}, 'base64')`;
}

/** What `bytesSql` gave. */
export function bytesOf(text: string): Buffer {
  return Buffer.from(text, "base64");
}
