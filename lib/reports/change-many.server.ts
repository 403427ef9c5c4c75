import "server-only";
import { usualReason } from "@/lib/audit/entry";
import { record } from "@/lib/audit/record.server";
import type { Transaction } from "@/lib/audit/transact.server";
import type { Prisma } from "@/lib/db/generated/client";
import { announce, takenFrom } from "@/lib/notifications/announce.server";
import { can } from "@/lib/policy/can";
import { visibleReports } from "@/lib/policy/report-rules";
import type { Problem } from "@/lib/shared/problem";
import { readReference } from "@/lib/shared/reference";
import type { Result } from "@/lib/shared/result";
import { mayMove, type Status } from "@/lib/timeline/statuses";
import { type ChangeableReport, changeable, officerIn, type Plan, type ReportAction } from "./change-report.server";
import { holdReports } from "./hold-report.server";
import { type ChangedOfMany, type ReportState, reportState } from "./report-state";
import { writeStates } from "./write-states.server";

interface ChangeOfMany {
  readonly references: readonly string[];
  /** When the screen that shows them was made: what changed later is not changed unseen. */
  readonly seenAt: Date;
  readonly action: Extract<ReportAction, "report:take" | "report:assign" | "report:close">;
  /** Null: the outward status stays. */
  readonly to: Status | null;
}

export interface RefusedOfMany {
  readonly reference: string;
  readonly problem: Problem;
}

export interface ManyChanged {
  readonly changed: readonly ChangedOfMany[];
  readonly refused: readonly RefusedOfMany[];
}

type Decide = (report: ChangeableReport, tx: Transaction) => Result<Plan> | Promise<Result<Plan>>;

const columns = { ...changeable, changedAt: true, closedAt: true, closeReason: true, closeNote: true } as const;
type ReportOfMany = Prisma.ReportGetPayload<{ select: typeof columns }>;

interface Planned {
  readonly report: ReportOfMany;
  readonly plan: Plan;
}

/**
 * The same change to many reports, in a few statements. Each is judged by itself, as when it is changed alone; what is
 * refused stays as it is, with the reason, and keeps nothing else from being done.
 */
export async function changeReports(tx: Transaction, change: ChangeOfMany, decide: Decide): Promise<ManyChanged> {
  const known = new Set(change.references.map((given) => readReference(given) ?? ""));
  await holdReports(tx, [...known]);
  const reports = await tx.client.report.findMany({
    relationLoadStrategy: "join",
    where: { AND: [visibleReports(tx.viewer), { reference: { in: [...known] } }] },
    select: columns,
  });
  const found = new Set(reports.map(({ reference }) => reference));
  const refused: RefusedOfMany[] = [...known]
    .filter((reference) => !found.has(reference))
    .map((reference) => ({ reference, problem: { code: "report-elsewhere" } }));
  const planned: Planned[] = [];
  for (const report of reports) {
    const decided = await judge(tx, report, change, decide);
    if (decided.ok) planned.push({ report, plan: decided.value });
    else refused.push({ reference: report.reference, problem: decided.problems[0] });
  }
  const written = await write(tx, planned, change.action);
  return { changed: written.changed, refused: [...refused, ...written.overtaken] };
}

async function judge(
  tx: Transaction,
  report: ReportOfMany,
  { action, to, seenAt }: ChangeOfMany,
  decide: Decide,
): Promise<{ ok: true; value: Plan } | { ok: false; problems: readonly [Problem] }> {
  const refuse = (problem: Problem) => ({ ok: false, problems: [problem] }) as const;
  if (!can(tx.viewer, action, report)) return refuse({ code: "not-allowed" });
  if (report.changedAt > seenAt) return refuse({ code: "report-changed" });
  if (to === report.status) return refuse({ code: "stands-so-already" });
  if (to !== null && !mayMove("office", report.status, to)) return refuse({ code: "move-not-possible" });
  const decided = await decide(report, tx);
  return decided.ok ? decided : refuse(decided.problems[0] ?? { code: "invalid" });
}

async function write(tx: Transaction, planned: readonly Planned[], action: ReportAction) {
  const rows = planned.map(({ report, plan }) => ({
    id: report.id,
    version: report.version,
    from: stateOf(report),
    state: reportState.parse({ ...report, ...plan.columns }),
  }));
  const written = new Set(await writeStates(tx, rows));
  const changed: ChangedOfMany[] = [];
  const after = new Map(rows.map(({ id, state }) => [id, state]));
  for (const { report, plan } of planned.filter(({ report: { id } }) => written.has(id))) {
    // Whoever gets many is written to once.
    const former = takenFrom(report.officerId, officerIn(plan));
    const event = announce(tx, report.id, plan.event, { isOfMany: changed.length > 0, ...former });
    record(tx, { action, object: { kind: "report", id: report.id }, reason: usualReason(tx.viewer) });
    const { id, reference, version } = report;
    const states = { before: stateOf(report), after: after.get(id) ?? stateOf(report) };
    changed.push({ id, reference, version: version + 1, event, at: tx.now.at, ...states });
  }
  const overtaken = planned
    .filter(({ report: { id } }) => !written.has(id))
    .map(({ report: { reference } }) => ({ reference, problem: { code: "report-changed" } }));
  return { changed, overtaken };
}

function stateOf(report: ReportOfMany): ReportState {
  return reportState.parse(report);
}
