import "server-only";
import type { z } from "zod";
import { type Transaction, transact } from "@/lib/audit/transact.server";
import type { Viewer } from "@/lib/identity/viewer";
import { changeReports } from "@/lib/reports/change-many.server";
import type { ChangedOfMany } from "@/lib/reports/report-state";
import { undoReports } from "@/lib/reports/undo-many.server";
import type { Now } from "@/lib/shared/clock";
import { newId } from "@/lib/shared/ids";
import { NotFound } from "@/lib/shared/problem";
import { fail, ok, type Result } from "@/lib/shared/result";
import { changedList } from "../bulk";
import { holdToUndo, keepPart, noteLeft } from "../bulk-acts.server";
import { holdWaiting, requireDistributing, type WaitingOne } from "../distributing.server";
import type { DistributeInput, undoInput } from "../distribution";
import { divide, type Portion, receiversFor } from "../hand-over";
import { planAssigning } from "../plans.server";
import { loadTeam } from "../team.server";

export interface Distributed {
  /** By this the act is found again, to undo it. */
  readonly act: string;
  readonly movedCount: number;
  /** What a colleague had given away or closed a moment before. */
  readonly takenCount: number;
  /** What nobody who was asked for may have. */
  readonly staysCount: number;
}

/** Gives reports that nobody has to one colleague, or over the team by least open work. */
export async function distributeReports(
  viewer: Viewer,
  input: DistributeInput,
  now: Now,
): Promise<Result<Distributed>> {
  const clerk = requireDistributing(viewer);
  return transact(viewer, now, async (tx) => {
    const reports = await holdWaiting(tx.client, clerk, input.reports);
    if (reports.length === 0) return fail({ code: "reports-taken" });
    const receivers = receiversFor(await loadTeam(tx.client, clerk, now), input.to, now.today);
    if (!receivers.ok) return receivers;
    const { portions, stays } = divide(reports, input.to, { receivers: receivers.value, day: now.today });
    if (portions.length === 0) return fail({ code: "nobody-may-receive", field: "to" });
    const changed: ChangedOfMany[] = [];
    for (const portion of portions) changed.push(...(await give(tx, portion)));
    if (changed.length === 0) return fail({ code: "reports-taken" });
    const act = newId();
    await keepPart(tx, clerk, { id: act, kind: "assign", done: changed, refused: [] });
    return ok({
      act,
      movedCount: changed.length,
      takenCount: new Set(input.reports).size - changed.length - stays.length,
      staysCount: stays.length,
    });
  });
}

async function give(tx: Transaction, { receiver, reports }: Portion<WaitingOne>): Promise<readonly ChangedOfMany[]> {
  const references = reports.map(({ reference }) => reference);
  const target = { references, seenAt: tx.now.at, action: "report:assign", to: null } as const;
  const { changed } = await changeReports(tx, target, (report) =>
    planAssigning(report, { officerId: receiver?.id, officer: receiver }),
  );
  return changed;
}

/** Puts back in the shared inbox what was given in one act, as far as nobody has done anything with it since. */
export async function undoDistribution(
  viewer: Viewer,
  { act }: z.output<typeof undoInput>,
  now: Now,
): Promise<Result<{ readonly count: number }>> {
  const clerk = requireDistributing(viewer);
  return transact(viewer, now, async (tx) => {
    const held = await holdToUndo(tx, clerk, act);
    if (!held.ok) return held;
    if (held.value.kind !== "assign") throw new NotFound("bulk-act");
    const changed = changedList.parse(held.value.done);
    const undone = new Set(await undoReports(tx, changed, "assigned"));
    const left = changed.filter(({ reference }) => !undone.has(reference));
    await noteLeft(
      tx,
      act,
      left.map(({ reference }) => reference),
    );
    return undone.size === 0 ? fail({ code: "nothing-to-undo" }) : ok({ count: undone.size });
  });
}
