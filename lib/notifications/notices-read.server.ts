import "server-only";
import { Prisma } from "@/lib/db/generated/client";
import type { PersonViewer } from "@/lib/identity/viewer";
import type { Now } from "@/lib/shared/clock";

/** As a part of a statement: marks the own notices about the reports of this source, by its `id`, as read. */
export function noticesReadSql({ accountId }: PersonViewer, now: Now, source: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`UPDATE notices SET read_at = ${now.at}::timestamptz FROM ${source}
    WHERE notices.account_id = ${accountId}::uuid AND notices.report_id = ${source}.id AND notices.read_at IS NULL`;
}
