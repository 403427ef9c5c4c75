import "server-only";
import { Prisma } from "@/lib/db/generated/client";
import { ask } from "@/lib/db/statement.server";
import type { SchoolViewer } from "@/lib/identity/viewer";

/** Whom the office could call the last time; most likely the same person again. */
export interface LastContact {
  readonly name: string;
  readonly function: string | null;
  readonly email: string | null;
  readonly phone: string | null;
}

/** So many of the latest reports of the school are looked through. */
const lookedThrough = 500;

/**
 * The contact of the last report that this person made and sent himself: a colleague who prepares one names his own. Null:
 * none lately.
 */
export async function findLastContact(viewer: SchoolViewer): Promise<LastContact | null> {
  const [row] = await ask<{ last: LastContact }>(Prisma.sql`
    SELECT jsonb_build_object('name', contact_name, 'function', contact_function,
        'email', contact_email, 'phone', contact_phone) AS last
      FROM (SELECT * FROM reports WHERE organisation_id = ${viewer.organisationId}::uuid
             ORDER BY filed_at DESC, id DESC LIMIT ${lookedThrough}) AS latest
     WHERE reporter_id = ${viewer.accountId}::uuid
       AND NOT EXISTS (SELECT FROM report_followers f WHERE f.report_id = latest.id)
     ORDER BY filed_at DESC LIMIT 1`);
  return row?.last ?? null;
}
