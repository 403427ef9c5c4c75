import "server-only";
import type { RowWriter } from "@/lib/audit/transact.server";
import { Prisma } from "@/lib/db/generated/client";
import { newId } from "@/lib/shared/ids";
import type { RoutingFacts } from "./facts";
import type { Route } from "./route";

interface Decision {
  readonly reportId: string;
  readonly decidedAt: Date;
  /** Null: decided by rule. */
  readonly placedBy: string | null;
}

/** The decision as it is kept: what was known, what was tried and what came of it. No names, no numbers. */
export function toAssignmentRow(route: Route, facts: RoutingFacts, decision: Decision) {
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

export const assignmentRows: RowWriter<ReturnType<typeof toAssignmentRow>> = {
  insert: (rows) =>
    Prisma.sql`INSERT INTO assignments SELECT * FROM jsonb_populate_recordset(NULL::assignments, ${JSON.stringify(rows)}::jsonb)`,
};
