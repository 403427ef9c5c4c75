import "server-only";
import { record } from "@/lib/audit/record.server";
import { type Transaction, transact } from "@/lib/audit/transact.server";
import { Prisma } from "@/lib/db/generated/client";
import { basicQualifications, exemptingArticles } from "@/lib/directory/regime-on";
import { systemViewer } from "@/lib/identity/viewer";
import { protectReports } from "@/lib/reports/protect-reports.server";
import { addDays, type CalendarDate, toColumn } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import type { SignalKind } from "./signals";
import { eighteenInSightDays } from "./transfer";

/**
 * Compares every open report with the register: who moved, turns 18, was exempted, got a basic qualification or a
 * protected address since. Done again it finds nothing new; answers how many signals are new.
 */
export async function findSignals(now: Now): Promise<number> {
  let found = await protectKnown(now);
  for (;;) {
    const { asked, kept } = await keepSome(now);
    found += kept;
    // What somebody holds just now is found the next time.
    if (asked < batchSize || kept === 0) return found;
  }
}

/** So many signals are kept in one transaction. */
const batchSize = 5_000;

function keepSome(now: Now): Promise<{ readonly asked: number; readonly kept: number }> {
  return transact(systemViewer("routing"), now, async (tx) => {
    const asked = await askRegister(tx);
    const found = await stillThere(tx, asked);
    const { count } = await tx.client.caseSignal.createMany({
      data: found.map(({ reportId, kind, on, officeCode }) => ({
        reportId,
        kind,
        on: toColumn(on),
        data: { officeCode },
        foundAt: now.at,
      })),
      skipDuplicates: true,
    });
    if (count > 0) record(tx, { action: "signal:find", object: { kind: "report", count }, reason: "register-changed" });
    return { asked: asked.length, kept: count };
  });
}

/** In each round of the upkeep; what somebody holds just now is protected in the next one. */
export function protectKnown(now: Now): Promise<number> {
  return transact(systemViewer("routing"), now, async (tx) => {
    const found = await askUnprotected(tx);
    await protectReports(
      tx,
      found.map(({ id }) => id),
    );
    const data = found
      .filter(({ isOpen }) => isOpen)
      .map(({ id, on }) => ({
        reportId: id,
        kind: "protected",
        on: toColumn(on),
        data: { officeCode: null },
        foundAt: now.at,
      }));
    const { count } = await tx.client.caseSignal.createMany({ data, skipDuplicates: true });
    const object = { kind: "report", count: found.length };
    if (found.length > 0) record(tx, { action: "report:protect", object, reason: "register-changed" });
    return count;
  });
}

/** Once a day is often enough: what comes in by a file is looked at when the file is taken. */
export function dailySignals(): (now: Now) => Promise<number> {
  let lookedOn: CalendarDate | null = null;
  return async (now) => {
    if (lookedOn === now.today) return 0;
    const count = await findSignals(now);
    lookedOn = now.today;
    return count;
  };
}

/** Reports of students who have a protected address now: also closed ones and those of no office (settled 12). */
function askUnprotected({ client, now }: Transaction): Promise<readonly NewlyProtected[]> {
  return client.$queryRaw<NewlyProtected[]>`SELECT r.id, h.resident_from_on::text AS "on",
      r.closed_at IS NULL AND r.office_id IS NOT NULL AS "isOpen" FROM residences h
      JOIN reports r ON r.student_id = h.student_id AND NOT r.is_protected
    WHERE h.kind = 'protected' AND h.resident_from_on <= ${now.today}::date
      AND NOT EXISTS (SELECT FROM residences later WHERE later.student_id = h.student_id
        AND later.resident_from_on > h.resident_from_on AND later.resident_from_on <= ${now.today}::date)
    ORDER BY r.id FOR UPDATE OF r SKIP LOCKED`;
}

interface NewlyProtected {
  readonly id: string;
  readonly on: CalendarDate;
  readonly isOpen: boolean;
}

/** Held until the end: what went to another office meanwhile has nothing to do with what was found for the first. */
async function stillThere({ client }: Transaction, found: readonly FoundSignal[]): Promise<readonly FoundSignal[]> {
  const ids = [...new Set(found.map(({ reportId }) => reportId))];
  const held = await client.$queryRaw<{ id: string; officeId: string | null }[]>`SELECT id, office_id AS "officeId"
    FROM reports WHERE id = ANY(${ids}::uuid[]) AND closed_at IS NULL ORDER BY id FOR UPDATE SKIP LOCKED`;
  const offices = new Map(held.map(({ id, officeId }) => [id, officeId]));
  return found.filter(({ reportId, officeId }) => offices.get(reportId) === officeId);
}

interface FoundSignal {
  readonly reportId: string;
  readonly officeId: string;
  readonly kind: SignalKind;
  readonly on: CalendarDate;
  readonly officeCode: string | null;
}

/** Nothing of an address leaves the database: only the office that is competent now. */
function askRegister({ client, now }: Transaction): Promise<FoundSignal[]> {
  const today = Prisma.sql`${now.today}::date`;
  const holds = Prisma.sql`c.valid_from_on <= ${today} AND (c.valid_until_on IS NULL OR c.valid_until_on >= ${today})`;
  return client.$queryRaw`WITH
    open AS MATERIALIZED (SELECT r.id, r.student_id, r.office_id, r.regime, r.first_day_on,
        r.stay_sealed IS NOT NULL AS stays, s.basic_qualification_on, ${eighteenth} AS eighteen_on,
        d.municipality_code AS routed_code, d.facts
      FROM reports r JOIN students s ON s.id = r.student_id
      CROSS JOIN LATERAL (SELECT a.municipality_code, a.facts FROM assignments a
        WHERE a.report_id = r.id AND a.placed_by IS NULL ORDER BY a.decided_at DESC LIMIT 1) d
      WHERE r.closed_at IS NULL AND r.office_id IS NOT NULL),
    home AS (SELECT o.*, h.kind, h.municipality_code, h.resident_from_on
      FROM open o CROSS JOIN LATERAL (SELECT x.* FROM residences x
        WHERE x.student_id = o.student_id AND x.resident_from_on <= ${today}
        ORDER BY x.resident_from_on DESC LIMIT 1) h),
    found AS (
      SELECT id, 'moved' AS kind, resident_from_on AS since_on, regime AS duty, office_id, municipality_code FROM home o
        WHERE NOT stays AND municipality_code IS DISTINCT FROM routed_code
          AND municipality_code IS DISTINCT FROM ${codeThen}
      UNION ALL SELECT id, 'turns-eighteen', eighteen_on, 'over_18', office_id, municipality_code FROM home
        WHERE regime IN ('compulsory', 'qualification') AND eighteen_on <= ${addDays(now.today, eighteenInSightDays)}::date
      UNION ALL SELECT o.id, 'exempt', e.valid_from_on, NULL, o.office_id, NULL
        FROM open o JOIN exemptions e ON e.student_id = o.student_id
        WHERE e.article = ANY(${[...exemptingArticles]}) AND e.valid_from_on <= ${today}
          AND (e.valid_until_on IS NULL OR e.valid_until_on >= ${today}) AND NOT ${wasExempt}
      UNION ALL SELECT o.id, 'qualified', q.since_on, NULL, o.office_id, NULL FROM open o
        CROSS JOIN LATERAL (SELECT o.basic_qualification_on AS since_on UNION ALL SELECT n.last_day_on
          FROM enrolments n WHERE n.student_id = o.student_id AND n.diploma = ANY(${[...basicQualifications]})
            AND n.last_day_on < ${today}) q
        WHERE q.since_on <= ${today} AND NOT ${wasQualified})
    SELECT f.id AS "reportId", f.office_id AS "officeId", f.kind, f.since_on::text AS "on", n.code AS "officeCode"
    FROM found f LEFT JOIN LATERAL (SELECT min(g.code) AS code, count(*) AS offices,
        bool_or(c.office_id = f.office_id) AS is_own
      FROM competences c JOIN organisations g ON g.id = c.office_id
      WHERE c.municipality_code = f.municipality_code AND c.regime = f.duty AND ${holds}
      HAVING count(*) > 0) n ON n.offices = 1 OR n.is_own
    WHERE n.is_own IS NOT TRUE AND NOT EXISTS (SELECT FROM case_signals k
      WHERE k.report_id = f.id AND k.kind = f.kind AND k.since_on = f.since_on)
    LIMIT ${batchSize}`;
}

/*
 * What the router knew of the first day, out of the receipt: the register is often told late, so that what holds since
 * before the filing may well be news.
 */

const codeThen = Prisma.sql`(SELECT h->>'municipalityCode' FROM jsonb_array_elements(o.facts->'residences') h
  WHERE (h->>'from')::date <= o.first_day_on ORDER BY (h->>'from')::date DESC LIMIT 1)`;

const wasExempt = Prisma.sql`EXISTS (SELECT FROM jsonb_array_elements(o.facts->'student'->'exemptions') x
  WHERE x->>'article' = e.article AND (x->>'from')::date <= o.first_day_on
    AND (x->>'until' IS NULL OR (x->>'until')::date >= GREATEST(e.valid_from_on, o.first_day_on)))`;

const wasQualified = Prisma.sql`(
  coalesce((o.facts->'student'->>'basicQualificationOn')::date <= o.first_day_on, false)
  OR EXISTS (SELECT FROM jsonb_array_elements(o.facts->'student'->'enrolments') x
    WHERE x->>'diploma' = ANY(${[...basicQualifications]}) AND (x->>'lastDay')::date < o.first_day_on))`;

/** Born on 29 February one turns 18 on 1 March in a common year (settled 39). */
const eighteenth = Prisma.sql`(s.birth_date_on + interval '18 years')::date
  + CASE WHEN to_char(s.birth_date_on, 'MMDD') = '0229'
      AND to_char(s.birth_date_on + interval '18 years', 'MMDD') = '0228' THEN 1 ELSE 0 END`;
