import "server-only";
import { record } from "@/lib/audit/record.server";
import { transact } from "@/lib/audit/transact.server";
import { Prisma } from "@/lib/db/generated/client";
import { openOptional } from "@/lib/db/seal.server";
import { ask } from "@/lib/db/statement.server";
import { systemViewer, type Viewer } from "@/lib/identity/viewer";
import { announce } from "@/lib/notifications/announce.server";
import { can } from "@/lib/policy/can";
import { moveReport } from "@/lib/reports/give-reports.server";
import type { AreaMoveChoice } from "@/lib/routing/area-move-choice";
import { assignmentRows, toAssignmentRow } from "@/lib/routing/assignment.server";
import { dueAreaMoves, noteAreaMove } from "@/lib/routing/due-area-moves.server";
import type { Route } from "@/lib/routing/route";
import { routeAgain } from "@/lib/routing/route-again.server";
import type { CalendarDate } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { NotAllowed } from "@/lib/shared/problem";
import type { Status } from "@/lib/timeline/statuses";
import { following, type LyingReport, type StayReason } from "./area-move";
import { postcodeIn } from "./routed-report.server";
import { settleGone } from "./transfer-rows.server";

export interface OpenInArea extends LyingReport {
  readonly id: string;
  readonly reference: string;
  readonly version: number;
  readonly status: Status;
  readonly studentId: string;
  readonly locationId: string;
  readonly firstDay: CalendarDate;
  readonly type: string;
  readonly isUrgent: boolean;
  readonly isProtected: boolean;
  readonly staySealed: string | null;
  readonly officerId: string | null;
  readonly officeName: string;
}

/** So many open reports are read at once. */
const batchSize = 200;

/**
 * Open reports that were routed to this municipality before the day of the change, in the order of their ids, after
 * one of them. Only at offices that ever had the municipality: the others cannot have its reports by rule.
 */
function askOpenInArea({ oldCode, effectiveOn }: AreaMoveChoice, afterId: string | null) {
  return ask<OpenInArea>(Prisma.sql`SELECT r.id, r.reference, r.version, r.status, r.student_id AS "studentId",
      r.location_id AS "locationId", r.first_day_on::text AS "firstDay", r.type, r.is_urgent AS "isUrgent",
      r.is_protected AS "isProtected", r.stay_sealed AS "staySealed", r.office_id AS "officeId",
      r.officer_id AS "officerId", o.name AS "officeName", last.placed_by IS NOT NULL AS "isByHand",
      EXISTS (SELECT 1 FROM case_transfers t WHERE t.report_id = r.id AND t.answer IS NULL) AS "isOffered"
    FROM reports r JOIN organisations o ON o.id = r.office_id
      CROSS JOIN LATERAL (SELECT a.placed_by, a.decided_at FROM assignments a WHERE a.report_id = r.id
        ORDER BY a.decided_at DESC, a.id DESC LIMIT 1) last
    WHERE ${routedTo(oldCode, effectiveOn)} AND (${afterId}::uuid IS NULL OR r.id > ${afterId}::uuid)
    ORDER BY r.id LIMIT ${batchSize}`);
}

/** All of them, a batch at a time. */
export async function* openInArea(choice: AreaMoveChoice): AsyncGenerator<OpenInArea> {
  for (let after: string | null = null; ; ) {
    const reports: readonly OpenInArea[] = await askOpenInArea(choice, after);
    yield* reports;
    const last = reports.at(-1);
    if (last === undefined || reports.length < batchSize) return;
    after = last.id;
  }
}

/** A condition on `reports r`: still open, and by its last decision by rule in this municipality, before the change. */
function routedTo(oldCode: string, effectiveOn: CalendarDate): Prisma.Sql {
  return Prisma.sql`r.closed_at IS NULL
    AND r.office_id IN (SELECT c.office_id FROM competences c WHERE c.municipality_code = ${oldCode}
      UNION SELECT t.to_office_id FROM case_transfers t)
    AND (SELECT a.municipality_code FROM assignments a WHERE a.report_id = r.id AND a.placed_by IS NULL
      AND a.decided_at < (${effectiveOn}::date::timestamp AT TIME ZONE 'Europe/Amsterdam')
      ORDER BY a.decided_at DESC, a.id DESC LIMIT 1) = ${oldCode}
    AND NOT EXISTS (SELECT 1 FROM assignments a WHERE a.report_id = r.id AND a.placed_by IS NULL
      AND a.decided_at >= (${effectiveOn}::date::timestamp AT TIME ZONE 'Europe/Amsterdam'))`;
}

export async function countOpenInArea({ oldCode, effectiveOn }: AreaMoveChoice): Promise<number> {
  const [row] = await ask<{ count: number }>(
    Prisma.sql`SELECT count(*)::int AS count FROM reports r WHERE ${routedTo(oldCode, effectiveOn)}`,
  );
  return row?.count ?? 0;
}

/** Where this report would go on the day of the change. */
export function routeOn(report: OpenInArea, day: CalendarDate) {
  return routeAgain({ ...report, stayPostcode: postcodeIn(openOptional(report.staySealed)) }, day);
}

/** Lets open reports follow their municipality where somebody asked for it and the day has come; answers how many did. */
export async function carryOutAreaMoves(now: Now): Promise<number> {
  const viewer = systemViewer("routing");
  if (!can(viewer, "report:move", {})) throw new NotAllowed("report:move");
  let moved = 0;
  for (const move of await dueAreaMoves(now.today)) {
    const outcomes: Outcome[] = [];
    for await (const report of openInArea(move)) outcomes.push(await follow(viewer, report, now));
    const movedCount = outcomes.filter((outcome) => outcome === "moved").length;
    // What waits is looked at again later.
    await noteAreaMove(move.id, { movedCount, waits: outcomes.includes("waits") }, now);
    moved += movedCount;
  }
  return moved;
}

type Outcome = "moved" | "stays" | "waits";

/** An office will be competent, and an offer will be answered: until then the move is not at its end. */
const waitingReasons: ReadonlySet<StayReason> = new Set(["no-office", "offered"]);

/** One report in one transaction: killed anywhere, those before it have moved and those after it have not. */
async function follow(viewer: Viewer, report: OpenInArea, now: Now): Promise<Outcome> {
  const again = await routeOn(report, now.today);
  const outcome = following(report, again.route);
  if (outcome.kind === "stays") return waitingReasons.has(outcome.why) ? "waits" : "stays";
  const { route } = outcome;
  const isMoved = await transact(viewer, now, async (tx) => {
    const to = {
      officeId: route.office.id,
      municipalityCode: route.municipality.code,
      officerId: route.officer?.id ?? null,
    };
    if (!(await moveReport(tx, report, to))) return false;
    await settleGone(tx, report.id);
    tx.collect(
      assignmentRows,
      toAssignmentRow(route, again, { reportId: report.id, decidedAt: now.at, placedBy: null }),
    );
    announce(tx, report.id, { kind: "moved", status: report.status, data: movedData(route) });
    record(tx, { action: "report:move", object: { kind: "report", id: report.id }, reason: "area-changed" });
    return true;
  });
  // Somebody worked on it at this very moment: it is looked at again.
  return isMoved ? "moved" : "waits";
}

type AssignedRoute = Extract<Route, { kind: "assigned" }>;

function movedData({ office, officer, because, municipality }: AssignedRoute) {
  return {
    office: office.name,
    officer: officer?.name ?? null,
    because: [...because],
    municipality: municipality.name,
  };
}
