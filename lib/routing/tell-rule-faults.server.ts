import "server-only";
import { transact } from "@/lib/audit/transact.server";
import { Prisma } from "@/lib/db/generated/client";
import { systemViewer } from "@/lib/identity/viewer";
import { enqueue } from "@/lib/notifications/outbox.server";
import type { Now } from "@/lib/shared/clock";
import { newId } from "@/lib/shared/ids";
import { routedRoles } from "./office-people.server";

const fault = "names-nobody-of-the-team";

/**
 * Tells the keepers of an office, once, that a rule in force names somebody who does not work there any more. The rule
 * stays as it is and is passed over. What was mended is forgotten, so that it is told again when it breaks again.
 * Answers how many offices were told.
 */
export async function tellRuleFaults(now: Now): Promise<number> {
  return transact(systemViewer("routing"), now, async (tx) => {
    const broken = brokenRulesSql(now);
    await tx.client.$executeRaw`DELETE FROM rule_faults f
      WHERE NOT EXISTS (SELECT 1 FROM (${broken}) b WHERE b.office_id = f.office_id AND b.rule_id = f.rule_id)`;
    const found = await tx.client.$queryRaw<{ officeId: string }[]>`
      INSERT INTO rule_faults (office_id, rule_id, fault, found_at, notified_at)
      SELECT office_id, rule_id, ${fault}, ${now.at}, ${now.at} FROM (${broken}) b
      ON CONFLICT DO NOTHING RETURNING office_id AS "officeId"`;
    const offices = new Set(found.map(({ officeId }) => officeId));
    for (const officeId of offices) enqueue(tx, "rule-fault", { officeId, noticeId: newId() });
    return offices.size;
  });
}

/** Rules in force today of which somebody who is named is not given reports by the router at that office. */
function brokenRulesSql({ today }: Now): Prisma.Sql {
  return Prisma.sql`SELECT DISTINCT s.office_id, rule ->> 'id' AS rule_id
    FROM (SELECT DISTINCT ON (office_id) office_id, rules FROM rule_sets WHERE active_from_on <= ${today}::date
        ORDER BY office_id, active_from_on DESC, version DESC) s
      CROSS JOIN LATERAL jsonb_array_elements(s.rules) rule
      CROSS JOIN LATERAL jsonb_array_elements_text(CASE rule -> 'goesTo' ->> 'kind' WHEN 'officers'
        THEN rule -> 'goesTo' -> 'officerIds' ELSE '[]' END) named (id)
    WHERE coalesce(rule ->> 'until', 'infinity')::date >= ${today}::date
      AND NOT EXISTS (SELECT 1 FROM mandates m JOIN accounts a ON a.id = m.account_id AND a.disabled_at IS NULL
        WHERE m.organisation_id = s.office_id AND m.account_id::text = named.id AND m.role = ANY(${[...routedRoles]})
          AND m.valid_from_on <= ${today}::date AND (m.valid_until_on IS NULL OR m.valid_until_on >= ${today}::date))`;
}
