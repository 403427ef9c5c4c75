import "server-only";
import type { z } from "zod";
import { usualReason } from "@/lib/audit/entry";
import { record } from "@/lib/audit/record.server";
import { type Transaction, transact } from "@/lib/audit/transact.server";
import type { Viewer } from "@/lib/identity/viewer";
import type { Now } from "@/lib/shared/clock";
import { NotFound } from "@/lib/shared/problem";
import { fail, ok, type Result } from "@/lib/shared/result";
import { findHandler } from "../handlers.server";
import type { PresenceInput, presenceRemoval } from "../presence";
import { ownSchools, requirePlanning } from "../presence-records.server";

interface KeptHour {
  readonly id: string;
}

/** Says when somebody of the own office is at a school of its municipalities. */
export function addPresence(viewer: Viewer, input: PresenceInput, now: Now): Promise<Result<KeptHour>> {
  const { officeId } = requirePlanning(viewer);
  const { locationId, accountId = null, weekday, from, until, place = null } = input;
  return transact(viewer, now, async (tx) => {
    const isOwn = { AND: [await ownSchools(tx.client, officeId, now.today), { id: locationId }] };
    if ((await tx.client.location.count({ where: isOwn })) === 0) {
      return fail({ code: "presence-school-missing", field: "locationId" });
    }
    const office = { officeId, isProtected: false };
    if (accountId !== null && (await findHandler(tx.client, office, accountId, now)) === null) {
      return fail({ code: "officer-unknown", field: "accountId" });
    }
    const hour = { officeId, locationId, accountId, weekday: Number(weekday), fromTime: from, untilTime: until };
    if ((await tx.client.presenceHour.count({ where: hour })) > 0)
      return fail({ code: "presence-known", field: "from" });
    const { id } = await tx.client.presenceHour.create({ data: { ...hour, place }, select: { id: true } });
    return kept(tx, officeId, id);
  });
}

export function removePresence(viewer: Viewer, { id }: z.output<typeof presenceRemoval>, now: Now) {
  const { officeId } = requirePlanning(viewer);
  return transact(viewer, now, async (tx) => {
    const { count } = await tx.client.presenceHour.deleteMany({ where: { id, officeId } });
    if (count === 0) throw new NotFound("presence");
    return kept(tx, officeId, id);
  });
}

function kept(tx: Transaction, officeId: string, id: string): Result<KeptHour> {
  record(tx, { action: "presence:keep", object: { kind: "office", id: officeId }, reason: usualReason(tx.viewer) });
  return ok({ id });
}
