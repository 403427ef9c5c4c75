import "server-only";
import type { RowWriter } from "@/lib/audit/transact.server";
import { Prisma } from "@/lib/db/generated/client";
import { newId } from "@/lib/shared/ids";
import type { RoutingFacts } from "./facts";
import type { Because, Route, RuleName, Tried } from "./route";

interface Decision {
  readonly reportId: string;
  readonly decidedAt: Date;
  /** Null: decided by rule. */
  readonly placedBy: string | null;
}

interface AssignmentRow {
  readonly id: string;
  readonly report_id: string;
  readonly decided_at: string;
  readonly outcome: Route["kind"];
  readonly regime: string;
  readonly municipality_code: string | null;
  readonly office_id: string | null;
  readonly officer_id: string | null;
  readonly rule: RuleName;
  readonly because: readonly Because[];
  readonly tried: readonly Tried[];
  readonly facts: object;
  readonly placed_by: string | null;
}

/** The decision as it is kept: what was known, what was tried and what came of it. No names, no numbers. */
export function toAssignmentRow(route: Route, facts: RoutingFacts, decision: Decision): AssignmentRow {
  const assigned = route.kind === "assigned" ? route : null;
  return {
    id: newId(),
    report_id: decision.reportId,
    decided_at: decision.decidedAt.toISOString(),
    outcome: route.kind,
    regime: route.regime,
    municipality_code: route.municipality?.code ?? null,
    office_id: assigned?.office.id ?? null,
    officer_id: assigned?.officer?.id ?? null,
    rule: route.rule,
    because: route.because,
    tried: route.tried,
    facts: factsAsTheyWere(facts),
    placed_by: decision.placedBy,
  };
}

/** Codes and days only: the assignment outlives the student's address. */
function factsAsTheyWere({ student, residences, stay, firstDay, filedOn }: RoutingFacts) {
  const { birthDate, basicQualificationOn, deceasedOn, enrolments, exemptions } = student;
  return {
    firstDay,
    filedOn,
    student: { birthDate, basicQualificationOn, deceasedOn, enrolments, exemptions },
    residences: residences.map(({ from, kind, municipalityCode }) => ({ from, kind, municipalityCode })),
    hasStayAddress: stay !== null,
  };
}

export const assignmentRows: RowWriter<AssignmentRow> = {
  insert: (rows) =>
    Prisma.sql`INSERT INTO assignments SELECT * FROM jsonb_populate_recordset(NULL::assignments, ${JSON.stringify(rows)}::jsonb)`,
};

interface Placement extends Decision {
  readonly officeId: string;
  readonly regime: string;
}

/** A functional administrator gave the report to an office, which distributes it itself. */
export function placedByHandRow({ reportId, decidedAt, placedBy, officeId, regime }: Placement): AssignmentRow {
  return {
    id: newId(),
    report_id: reportId,
    decided_at: decidedAt.toISOString(),
    outcome: "assigned",
    regime,
    municipality_code: null,
    office_id: officeId,
    officer_id: null,
    rule: "placed-by-hand",
    because: ["placed-by-hand", "shared-inbox"],
    tried: [{ rule: "placed-by-hand", outcome: "matched", found: [officeId] }],
    facts: {},
    placed_by: placedBy,
  };
}
