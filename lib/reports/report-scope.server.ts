import "server-only";
import { Prisma } from "@/lib/db/generated/client";
import type { ReportScope } from "@/lib/policy/report-rules";

/** The scope as a condition on the columns of `reports`, for statements that are written by hand. */
export function scopeSql({ organisationId, locationId, officeId, isProtected, id }: ReportScope): Prisma.Sql {
  const conditions = [
    organisationId === undefined ? [] : [Prisma.sql`organisation_id = ${organisationId}::uuid`],
    locationId === undefined ? [] : [Prisma.sql`location_id = ANY(${locationId.in}::uuid[])`],
    officeId === undefined ? [] : [Prisma.sql`office_id = ${officeId}::uuid`],
    isProtected === undefined ? [] : [Prisma.sql`NOT is_protected`],
    id === undefined ? [] : [Prisma.sql`id = ANY(${id.in}::uuid[])`],
  ].flat();
  return conditions.length === 0 ? Prisma.sql`TRUE` : Prisma.join(conditions, " AND ");
}
