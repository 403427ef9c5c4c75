import "server-only";
import type { z } from "zod";
import { transact } from "@/lib/audit/transact.server";
import type { Viewer } from "@/lib/identity/viewer";
import type { Now } from "@/lib/shared/clock";
import { fail, ok, type Result } from "@/lib/shared/result";
import { holdGiven, holdWaiting, requireDistributing } from "../distributing.server";
import type { DistributeInput, undoInput } from "../distribution";
import { givePortion } from "../give-portion.server";
import { divide, receiversFor } from "../hand-over";
import { loadTeam } from "../team.server";

export interface Distributed {
  /** By this moment the act is found again, to undo it. */
  readonly at: Date;
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
    for (const portion of portions) await givePortion(tx, portion);
    return ok({
      at: now.at,
      movedCount: reports.length - stays.length,
      takenCount: new Set(input.reports).size - reports.length,
      staysCount: stays.length,
    });
  });
}

/** Puts back in the shared inbox what was given in one act, as far as nobody has done anything with it since. */
export async function undoDistribution(
  viewer: Viewer,
  { at }: z.output<typeof undoInput>,
  now: Now,
): Promise<Result<{ readonly count: number }>> {
  const clerk = requireDistributing(viewer);
  return transact(viewer, now, async (tx) => {
    const reports = await holdGiven(tx.client, clerk, new Date(at));
    if (reports.length === 0) return fail({ code: "nothing-to-undo" });
    await givePortion(tx, { receiver: null, reports });
    return ok({ count: reports.length });
  });
}
