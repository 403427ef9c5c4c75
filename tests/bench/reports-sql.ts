import type { Client } from "pg";

/** Everything of one report is drawn once, by its place in the year, and then written table by table. */
const drawReports = `
  CREATE TEMPORARY TABLE pupil AS
    SELECT row_number() OVER (ORDER BY s.number_hash) - 1 AS place, s.id AS student_id, e.location_id,
      l.organisation_id, c.office_id, c.municipality_code
    FROM students s
    JOIN enrolments e ON e.student_id = s.id
    JOIN locations l ON l.id = e.location_id
    JOIN LATERAL (SELECT municipality_code FROM residences r WHERE r.student_id = s.id
      ORDER BY resident_from_on DESC LIMIT 1) home ON true
    JOIN competences c ON c.municipality_code = home.municipality_code AND c.regime = 'compulsory'
    WHERE s.number_hash < '8';
  CREATE TEMPORARY TABLE worker AS
    SELECT m.organisation_id AS office_id, m.account_id, row_number() OVER (PARTITION BY m.organisation_id) - 1 AS place,
      count(*) OVER (PARTITION BY m.organisation_id) AS colleagues, a.name
    FROM mandates m JOIN accounts a ON a.id = m.account_id WHERE m.role = 'officer';
  CREATE TEMPORARY TABLE reporter AS
    SELECT organisation_id, account_id FROM mandates WHERE role = 'reporter';
  CREATE INDEX ON pupil (place); CREATE INDEX ON worker (office_id, place);
  ANALYZE pupil; ANALYZE worker; ANALYZE reporter;
  SELECT setseed(0.894);
  CREATE TEMPORARY TABLE drawn AS
    SELECT *, CASE WHEN is_open THEN (CASE WHEN chance < 0.5 THEN 'registered' ELSE 'in_progress' END)
        WHEN chance < 0.15 THEN 'noted' WHEN chance < 0.2 THEN 'withdrawn' ELSE 'closed' END::report_status AS status
    FROM (SELECT n, uuidv7(make_interval(secs => -age * 86400)) AS id, now() - make_interval(secs => age * 86400) AS filed_at,
        age, random() AS chance, random() < 0.02 AS is_urgent,
        random() < CASE WHEN age < 20 THEN 0.7 ELSE 0.08 END OR row_number() OVER (PARTITION BY p.office_id ORDER BY n DESC) <= 60 AS is_open,
        p.*, w.account_id AS officer_id, w.name AS officer_name
      FROM (SELECT n, 300.0 * ($1::int - n) / $1::int AS age FROM generate_series(1, $1::int) AS n) numbered
      JOIN pupil p ON p.place = (n * 7919::bigint) % (SELECT count(*) FROM pupil)
      JOIN worker w ON w.office_id = p.office_id AND w.place = n % w.colleagues) one;
  ANALYZE drawn`;

const writeReports = `
  INSERT INTO reports (id, reference, submission_id, organisation_id, location_id, student_id, student_group, type,
    first_day_on, last_day_on, hours_total, regime, reason_code, school_actions, action_wanted, urgent_reason_sealed, is_urgent,
    contact_name, status, version, filed_at, due_at, changed_at, first_reaction_at, closed_at, close_reason, close_note,
    office_id, officer_id, reporter_id, reporter_name)
  SELECT d.id, 'V-' || n, gen_random_uuid(), d.organisation_id, location_id, student_id, '3B',
    (ARRAY['sixteen_hours_in_four_weeks', 'long_term_non_attendance', 'holiday_truancy', 'other_absence'])[1 + n % 4],
    filed_at::date - 4, filed_at::date - 1, 16, 'compulsory', 'truancy', '{}', true, CASE WHEN is_urgent THEN 'sealed' END,
    is_urgent, 'Balie', status, 2, filed_at, filed_at + interval '7 days', filed_at + interval '1 day',
    CASE WHEN status IN ('in_progress', 'noted', 'closed') THEN filed_at + interval '1 day' END,
    CASE WHEN NOT is_open THEN filed_at + interval '9 days' END,
    CASE WHEN status = 'closed' THEN 'back_to_school' END, CASE WHEN status = 'closed' THEN 'student_seen' END,
    office_id, CASE WHEN NOT (is_open AND chance < 0.05) THEN officer_id END, r.account_id, 'Melder'
  FROM drawn d JOIN reporter r USING (organisation_id) ORDER BY n;
  INSERT INTO report_days (report_id, day_on, hours, whole_day)
  SELECT id, filed_at::date - day, 8, true FROM drawn CROSS JOIN generate_series(1, 2) AS day ORDER BY n;
  INSERT INTO assignments (id, report_id, decided_at, outcome, regime, municipality_code, office_id, officer_id, rule, because,
    tried, facts)
  SELECT uuidv7(make_interval(secs => -age * 86400)), id, filed_at, 'assigned', 'compulsory', municipality_code, office_id, officer_id,
    'least-open-work', ARRAY['residence', 'least-open-work'],
    jsonb_build_array(jsonb_build_object('rule', 'residence', 'outcome', 'matched', 'found', jsonb_build_array(office_id))),
    '{"student": {"birthDate": "2011-03-02", "enrolments": [], "exemptions": []}}'
  FROM drawn ORDER BY n`;

const writeStory = `
  CREATE TEMPORARY TABLE story AS
    SELECT d.n, step, uuidv7(make_interval(secs => -age * 86400 + step)) AS id, d.id AS report_id, kind, filed_at + lasted AS at,
      side, d.status, data
    FROM drawn d CROSS JOIN LATERAL (VALUES
      (1, 'filed', interval '0', 'school', true, '{"type": "other_absence", "firstDay": "2026-04-13", "followUpTo": null}'::jsonb),
      (2, 'routed', interval '0', 'system', true, '{"office": "Leerplicht", "officer": null, "because": ["residence"], "municipality": "Plaats"}'),
      (3, 'taken_up', interval '1 day', 'office', d.status IN ('in_progress', 'closed'), '{}'),
      (4, 'noted', interval '1 day', 'office', d.status = 'noted', '{"words": null}'),
      (4, 'closed', interval '9 days', 'office', d.status = 'closed', '{"closeReason": "back_to_school", "closeNote": "student_seen", "words": null}'),
      (4, 'withdrawn', interval '1 day', 'school', d.status = 'withdrawn', '{"reason": "Per ongeluk."}')
      ) AS steps (step, kind, lasted, side, happened, data)
    WHERE happened;
  INSERT INTO events (id, report_id, kind, version, at, actor_side, actor_name, status, data)
  SELECT id, report_id, kind, 1, at, side, 'Iemand', status, data FROM story ORDER BY n, step;
  INSERT INTO outbox_messages (id, topic, payload, created_at, relayed_at, done_at)
  SELECT id, 'report-event', jsonb_build_object('eventId', id, 'reportId', report_id), at, at, at FROM story ORDER BY n, step;
  INSERT INTO audit_entries (id, at, actor_kind, actor_role, action, object_kind, object_id, reason, result)
  SELECT id, at, 'person', 'reporter', 'report:' || kind, 'report', report_id, 'own-school', 'done' FROM story ORDER BY n, step`;

/** Reports with their days, decisions, events, messages and log: all rows that filing them one by one had left. */
export async function fillReports(client: Client, count: number): Promise<void> {
  for (const statements of [drawReports, writeReports, writeStory]) {
    for (const statement of statements.split(";\n")) {
      const text = statement.trim();
      await client.query(text.includes("$1") ? text.replaceAll("$1", String(count)) : text);
    }
  }
  await client.query("VACUUM ANALYZE");
}

/** The same reports as the smallest app would keep them. */
export async function fillAnchor(client: Client): Promise<void> {
  await client.query(`
    CREATE SCHEMA anchor;
    CREATE TABLE anchor.reports (id uuid PRIMARY KEY, reference text NOT NULL UNIQUE, office_id uuid NOT NULL,
      student text NOT NULL, type text NOT NULL, school text NOT NULL, location text NOT NULL, hours numeric NOT NULL,
      status text NOT NULL, is_open boolean NOT NULL, due_at timestamptz NOT NULL, officer text);
    CREATE TABLE anchor.events (id uuid PRIMARY KEY, report_id uuid NOT NULL REFERENCES anchor.reports, kind text NOT NULL,
      at timestamptz NOT NULL, actor text NOT NULL, data jsonb NOT NULL);
    CREATE TABLE anchor.outbox (id uuid PRIMARY KEY, topic text NOT NULL, payload jsonb NOT NULL, created_at timestamptz NOT NULL);
    INSERT INTO anchor.reports SELECT r.id, r.reference, r.office_id, s.first_name || ' ' || s.last_name, r.type, o.name, l.name,
      r.hours_total, r.status, r.status IN ('registered', 'in_progress'), r.due_at, a.name
      FROM reports r JOIN students s ON s.id = r.student_id JOIN organisations o ON o.id = r.organisation_id
      JOIN locations l ON l.id = r.location_id LEFT JOIN accounts a ON a.id = r.officer_id;
    INSERT INTO anchor.events SELECT id, report_id, kind, at, actor_name, data FROM events;
    INSERT INTO anchor.outbox SELECT id, topic, payload, created_at FROM outbox_messages;
    CREATE INDEX ON anchor.reports (office_id, due_at, id) WHERE is_open;
    CREATE INDEX ON anchor.events (report_id);
    GRANT USAGE ON SCHEMA anchor TO desk;
    GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA anchor TO desk`);
  await client.query("VACUUM ANALYZE anchor.reports, anchor.events, anchor.outbox");
}
