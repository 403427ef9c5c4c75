import "server-only";
import type { RowWriter } from "@/lib/audit/transact.server";
import { Prisma } from "@/lib/db/generated/client";
import { newId } from "@/lib/shared/ids";
import type { RoutingFacts } from "./facts";
import type { TableRows } from "./facts-rows";
import { factsAsTheyWere, tableAsItWas } from "./receipt";
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
  readonly rule_set_version: number | null;
  readonly office_rule_id: string | null;
  readonly also_matched: readonly string[];
  readonly table_then: object | null;
}

interface Routing {
  readonly facts: RoutingFacts;
  readonly rows: TableRows;
}

/** The decision as it is kept, so that it can be made again: see `receipt.ts`. */
export function toAssignmentRow(route: Route, { facts, rows }: Routing, decision: Decision): AssignmentRow {
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
    rule_set_version: assigned?.ruleSetVersion ?? null,
    office_rule_id: assigned?.officeRuleId ?? null,
    also_matched: assigned?.alsoMatched ?? [],
    table_then: tableAsItWas({ route, facts, rows }),
  };
}

export const assignmentRows: RowWriter<AssignmentRow> = {
  insert: (rows) =>
    Prisma.sql`INSERT INTO assignments SELECT * FROM jsonb_populate_recordset(NULL::assignments, ${JSON.stringify(rows)}::jsonb)`,
};

interface Placement extends Decision {
  readonly officeId: string;
  /** Null: the office distributes it itself. */
  readonly officerId?: string | null;
  readonly regime: string;
  readonly rule: Extract<RuleName, "placed-by-hand" | "referred" | "taken-over">;
}

/** Somebody gave the report to an office: the functional administrator, or the office that had it. */
export function placedByHandRow(placement: Placement): AssignmentRow {
  const { reportId, decidedAt, placedBy, officeId, officerId = null, regime, rule } = placement;
  return {
    id: newId(),
    report_id: reportId,
    decided_at: decidedAt.toISOString(),
    outcome: "assigned",
    regime,
    municipality_code: null,
    office_id: officeId,
    officer_id: officerId,
    rule,
    because: officerId === null ? [rule, "shared-inbox"] : [rule],
    tried: [{ rule, outcome: "matched", found: [officeId] }],
    facts: {},
    placed_by: placedBy,
    rule_set_version: null,
    office_rule_id: null,
    also_matched: [],
    table_then: null,
  };
}
