import "server-only";
import type { Transaction } from "@/lib/audit/transact.server";

/**
 * From now on these are reports of students with a protected address: the school learns no office, and only who is
 * named sees them in the office. One that lay with somebody who is not goes to the shared inbox.
 */
export async function protectReports(tx: Transaction, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.client
    .$executeRaw`UPDATE reports r SET is_protected = true, version = version + 1, changed_at = ${tx.now.at},
      officer_id = CASE WHEN EXISTS (SELECT FROM mandates m WHERE m.account_id = r.officer_id
        AND m.organisation_id = r.office_id AND m.protected_cases) THEN officer_id END
    WHERE id = ANY(${[...ids]}::uuid[]) AND NOT is_protected`;
}
