import "server-only";
import { Prisma } from "@/lib/db/generated/client";
import { lookupHash } from "@/lib/db/seal.server";
import { ask } from "@/lib/db/statement.server";
import type { Now } from "@/lib/shared/clock";
import { isRole, roles } from "./roles";
import { inputNotedEveryMinutes, sessionTermsOf } from "./session-policy";
import { personFromRow, type SessionRow } from "./session-row";
import type { SignIn } from "./sign-in-state";

/** Whether this request shows that somebody sits there; what a browser fetches ahead does not. */
export type Presence = "input" | "background";

const idleMinutesByRole = JSON.stringify({
  own: idleMinutes("own"),
  shared: idleMinutes("shared"),
});

function idleMinutes(computer: "own" | "shared"): Record<string, number> {
  const names = Object.keys(roles).filter(isRole);
  return Object.fromEntries(names.map((role) => [role, sessionTermsOf(role, computer).idleMinutes]));
}

/**
 * Who this session belongs to, in one trip, asked anew at each request: session, account, mandate and second factor
 * must all hold now, so whatever an administrator ends is over at the next click. Input is noted in the same statement.
 */
export async function lookUpSession(sid: string, now: Now, presence: Presence): Promise<SignIn | null> {
  const [row] = await ask<FoundRow>(
    statementFor(Prisma.sql`s.token_hash = ${lookupHash("session", sid)}`, now, presence),
  );
  return row === undefined ? null : personFromRow(row);
}

/** The same of many sessions in one trip, each in its place, without a sign that anybody sits there. */
export async function lookUpSessions(sids: readonly string[], now: Now): Promise<readonly (SignIn | null)[]> {
  const hashes = sids.map((sid) => lookupHash("session", sid));
  const rows = await ask<FoundRow>(statementFor(Prisma.sql`s.token_hash = ANY(${hashes}::text[])`, now, "background"));
  const found = new Map(rows.map((row) => [row.token_hash, personFromRow(row)]));
  return hashes.map((hash) => found.get(hash) ?? null);
}

type FoundRow = SessionRow & { readonly token_hash: string };

function statementFor(isAsked: Prisma.Sql, now: Now, presence: Presence): Prisma.Sql {
  return Prisma.sql`
    WITH demo AS (
      SELECT EXISTS (SELECT 1 FROM desk_settings WHERE key = 'demo' AND value = 'true'::jsonb) AS is_demo
    ), found AS (
      SELECT s.id, s.token_hash, s.factors, s.authenticated_at, s.last_input_at, s.expires_at, s.shared_computer,
             a.id AS account_id, a.name, a.email, a.locale,
             m.id AS mandate_id, m.role, COALESCE(m.location_ids, '{}') AS location_ids, m.protected_cases,
             o.id AS organisation_id, o.name AS organisation_name, f.id AS office_id, demo.is_demo
        FROM sessions s
       CROSS JOIN demo
        JOIN accounts a ON a.id = s.account_id AND a.disabled_at IS NULL
        JOIN mandates m ON m.id = s.mandate_id AND m.account_id = a.id
             AND ${now.today}::date BETWEEN m.valid_from_on AND COALESCE(m.valid_until_on, 'infinity')
        JOIN organisations o ON o.id = m.organisation_id
        LEFT JOIN offices f ON f.id = o.id
       WHERE ${isAsked}
         AND (s.factors = 2 OR demo.is_demo)
         AND s.expires_at > ${now.at}::timestamptz
         AND s.last_input_at + make_interval(mins => (
               ${idleMinutesByRole}::jsonb -> CASE WHEN s.shared_computer THEN 'shared' ELSE 'own' END ->> m.role
             )::int) > ${now.at}::timestamptz
    ), noted AS (
      UPDATE sessions SET last_input_at = ${now.at}::timestamptz
        FROM found
       WHERE sessions.id = found.id AND ${presence} = 'input'
         AND found.last_input_at <= ${now.at}::timestamptz - make_interval(mins => ${inputNotedEveryMinutes}::int)
      RETURNING sessions.id, sessions.last_input_at
    )
    SELECT found.*,
           COALESCE((SELECT noted.last_input_at FROM noted WHERE noted.id = found.id), found.last_input_at) AS input_at,
           (SELECT count(*)::int FROM notices n WHERE n.account_id = found.account_id AND n.read_at IS NULL)
             AS unread_notice_count,
           (SELECT COALESCE(jsonb_agg(jsonb_build_object(
                     'mandateId', other.id, 'role', other.role, 'organisationName', place.name) ORDER BY place.name, other.role),
                   '[]'::jsonb)
              FROM mandates other
              JOIN organisations place ON place.id = other.organisation_id
             WHERE other.account_id = found.account_id AND other.id <> found.mandate_id
               AND ${now.today}::date BETWEEN other.valid_from_on AND COALESCE(other.valid_until_on, 'infinity'))
             AS other_mandates
      FROM found`;
}
