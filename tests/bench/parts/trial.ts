import { once } from "node:events";
import { startProgram } from "@/bin/child";
import type { Bench } from "@/tests/bench/bench";
import { middle } from "@/tests/bench/rounds";
import { alone, type Row } from "@/tests/bench/row";
import { asAdmin } from "@/tests/bench/world";

const trialSize = 100_000;
const runs = 3;
const database = "bench_trial";

/** The busiest office got half of all reports, with the facts that decided as filing leaves them. */
const giveToOne = `
  UPDATE assignments a SET office_id = o.id, officer_id = NULL, rule = 'shared-inbox',
    table_then = jsonb_build_object('officers', o.officers), facts = jsonb_build_object(
      'student', jsonb_build_object('birthDate', s.birth_date_on, 'basicQualificationOn', s.basic_qualification_on,
        'deceasedOn', s.deceased_on, 'exemptions', '[]'::jsonb, 'enrolments', (SELECT jsonb_agg(jsonb_build_object(
          'sector', e.sector, 'firstDay', e.first_day_on, 'lastDay', e.last_day_on, 'diploma', e.diploma))
          FROM enrolments e WHERE e.student_id = s.id)),
      'residences', (SELECT jsonb_agg(jsonb_build_object('from', h.resident_from_on, 'kind', h.kind,
        'municipalityCode', h.municipality_code, 'postcode', left(h.postcode, 4) || 'H')) FROM residences h
        WHERE h.student_id = s.id),
      'stay', NULL, 'openCases', '[]'::jsonb, 'locationId', r.location_id, 'schoolId', r.organisation_id,
      'type', r.type, 'isUrgent', r.is_urgent, 'letters', upper(left(s.last_name, 4)), 'level', NULL,
      'firstDay', r.first_day_on, 'filedOn', r.filed_at::date)
  FROM (SELECT * FROM reports ORDER BY filed_at DESC, id LIMIT ${trialSize}) r JOIN students s ON s.id = r.student_id
    CROSS JOIN (SELECT m.organisation_id AS id, jsonb_agg(to_jsonb(m)) AS officers FROM mandates m
      WHERE m.organisation_id = (SELECT office_id FROM reports GROUP BY office_id ORDER BY count(*) DESC, office_id LIMIT 1)
      GROUP BY m.organisation_id) o
  WHERE a.report_id = r.id`;

/** Decisions by hand are no part of a trial: so these are all that there is to try. */
const placeOthersByHand = `
  UPDATE assignments SET placed_by = 'bench' WHERE facts -> 'letters' IS NULL`;

interface Trial {
  readonly milliseconds: number;
  readonly longestWait: number;
  readonly read: number;
  readonly differenceCount: number;
}

/** A draft of fifty rules over a hundred thousand reports that one office got. */
export async function measureTrial(bench: Bench): Promise<readonly Row[]> {
  const { cluster, many } = await bench.world();
  await cluster.create(database, many);
  await asAdmin(cluster, database, async (client) => {
    await client.query(giveToOne);
    await client.query(placeOthersByHand);
    await client.query("VACUUM ANALYZE assignments");
  });
  const program = startProgram("tests/bench/pieces/try-rules.ts", [], cluster.environment(database));
  const next = async (): Promise<Trial> => {
    const [told] = await Promise.race([
      once(program, "message"),
      once(program, "exit").then(() => Promise.reject(new Error("the trial ended early"))),
    ]);
    return told;
  };
  try {
    await next();
    const results: Trial[] = [];
    for (let run = 0; run < runs; run++) {
      program.send("try");
      results.push(await next());
    }
    const read = middle(results, (r) => r.read);
    if (read !== trialSize) throw new Error(`${read} reports were tried`);
    const wait = Math.round(middle(results, (r) => r.longestWait));
    const note = `${middle(results, (r) => r.differenceCount).toLocaleString("en")} differences; at most ${wait} ms between two steps of the progress; median of ${runs}`;
    const name = `a draft of 50 rules tried over ${trialSize.toLocaleString("en")} reports`;
    return [
      alone(
        { promise: "trial", name, unit: "s", ours: middle(results, (r) => r.milliseconds) / 1000, note },
        { most: 10 },
      ),
    ];
  } finally {
    program.kill("SIGTERM");
  }
}
