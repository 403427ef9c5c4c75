import "server-only";
import { record } from "@/lib/audit/record.server";
import { transact } from "@/lib/audit/transact.server";
import type { Viewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import { toColumn } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { newId } from "@/lib/shared/ids";
import { NotFound } from "@/lib/shared/problem";
import { fail, ok, type Result } from "@/lib/shared/result";
import type { AreaMoveChoice } from "../area-move-choice";
import { officeChanges } from "../office-changes.server";

/** From the day of the change on, open reports of this municipality follow it, or its new office. Asked twice it is asked once. */
export async function planAreaMove(viewer: Viewer, choice: AreaMoveChoice, now: Now): Promise<Result<AreaMoveChoice>> {
  if (!can(viewer, "areas:keep", {})) throw new NotFound("areas");
  const { oldCode } = choice;
  const effectiveOn = toColumn(choice.effectiveOn);
  const isOfficeChange = (await officeChanges({ only: choice, since: choice.effectiveOn })).length > 0;
  return transact(viewer, now, async (tx) => {
    const reorganised = await tx.client.municipalityChange.count({ where: { oldCode, effectiveOn } });
    if (reorganised === 0 && !isOfficeChange) throw new NotFound("areas");
    const id = newId();
    const plannedBy = viewer.kind === "desk" ? viewer.accountId : viewer.kind;
    const { count } = await tx.client.areaMove.createMany({
      data: [{ id, oldCode, effectiveOn, plannedBy, plannedAt: now.at, movedCount: 0 }],
      skipDuplicates: true,
    });
    if (count > 0) record(tx, { action: "areas:plan", object: { kind: "area-move", id }, reason: "duty-of-the-desk" });
    return ok(choice);
  });
}

/** Nothing follows after all; refused once the first report has followed. */
export async function dropAreaMove(viewer: Viewer, choice: AreaMoveChoice, now: Now): Promise<Result<AreaMoveChoice>> {
  if (!can(viewer, "areas:keep", {})) throw new NotFound("areas");
  const { oldCode } = choice;
  const effectiveOn = toColumn(choice.effectiveOn);
  return transact(viewer, now, async (tx) => {
    const planned = await tx.client.areaMove.findFirst({ where: { oldCode, effectiveOn }, select: { id: true } });
    if (planned === null) throw new NotFound("areas");
    const { count } = await tx.client.areaMove.deleteMany({ where: { id: planned.id, doneAt: null, movedCount: 0 } });
    if (count === 0) return fail({ code: "area-moved" });
    record(tx, { action: "areas:drop", object: { kind: "area-move", id: planned.id }, reason: "duty-of-the-desk" });
    return ok(choice);
  });
}
