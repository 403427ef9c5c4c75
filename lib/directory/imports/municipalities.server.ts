import "server-only";
import type { Connection } from "@/lib/db/bulk.server";
import { mergeRows } from "@/lib/directory/imports/merge.server";
import { type ImportPlan, knownRegion } from "@/lib/directory/imports/plan.server";
import type { Problem } from "@/lib/shared/problem";

const vanished = `SELECT m.code, m.name FROM municipalities m
  WHERE m.valid_until_on IS NULL AND NOT EXISTS (SELECT FROM staged s WHERE s.code = m.code)`;

/** A code that was used again lives on: what ended then was another municipality. */
const endsIt = (known: string) => `ended.last_day_on >= coalesce(${known}.valid_from_on, '-infinity')`;

/**
 * The day before a municipality went up in others; a border that moved ends nothing. One in which another went up
 * later had got the code anew, and did not end then.
 */
const lastDays = `SELECT old_code, max(effective_on) - 1 AS last_day_on, max(old_name) AS old_name
  FROM municipality_changes ending WHERE kind <> 'border-correction' AND NOT EXISTS (SELECT FROM municipality_changes again
    WHERE again.new_code = ending.old_code AND again.effective_on > ending.effective_on) GROUP BY old_code`;

/** The list of municipalities is whole: one that is in it no longer must be explained by a change. */
export const municipalitiesPlan: ImportPlan = {
  key: ["code"],
  keyColumn: "code",
  checks: [knownRegion],
  veto: findUnexplained,
  async merge(connection, present) {
    await connection.query(`UPDATE municipalities m SET valid_until_on = ended.last_day_on
      FROM (${lastDays}) ended WHERE ended.old_code = m.code AND ${endsIt("m")} AND m.code IN (SELECT code FROM (${vanished}) v)`);
    return mergeRows(connection, present, {
      into: "municipalities",
      key: ["code"],
      columns: {
        name: "name",
        province: "province",
        region_number: "region_number",
        holiday_region: "holiday_region",
        valid_from_on: "valid_from",
        valid_until_on: "valid_until",
      },
    });
  },
};

async function findUnexplained(connection: Connection): Promise<readonly Problem[]> {
  const { rows } = await connection.query<{ code: string; name: string }>(
    `${vanished} AND NOT EXISTS (SELECT FROM (${lastDays}) ended WHERE ended.old_code = m.code AND ${endsIt("m")})
      ORDER BY m.code`,
  );
  return rows.map(({ code, name }) => ({ code: "municipality-vanished", field: "code", facts: { code, name } }));
}

/** New codes need not be known yet: a merger is announced before the list that holds its outcome. */
export const municipalityChangesPlan: ImportPlan = {
  key: ["old_code", "new_code", "effective_on"],
  keyColumn: "old_code",
  checks: [],
  async merge(connection, present) {
    const counts = await mergeRows(connection, present, {
      into: "municipality_changes",
      key: ["old_code", "new_code", "effective_on"],
      columns: { kind: "kind", old_name: "old_name", share_of_old: "share_of_old" },
    });
    await connection.query(`INSERT INTO municipalities AS known (code, name, valid_until_on)
      SELECT old_code, coalesce(old_name, old_code), last_day_on FROM (${lastDays}) ended
        WHERE old_code IN (SELECT old_code FROM staged)
      ON CONFLICT (code) DO UPDATE SET valid_until_on = excluded.valid_until_on
        WHERE known.valid_until_on IS NULL
          AND excluded.valid_until_on >= coalesce(known.valid_from_on, '-infinity')`);
    return counts;
  },
};
