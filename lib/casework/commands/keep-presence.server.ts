import "server-only";
import type { z } from "zod";
import { usualReason } from "@/lib/audit/entry";
import { record } from "@/lib/audit/record.server";
import { type Transaction, transact } from "@/lib/audit/transact.server";
import type { OfficeViewer, Viewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import type { Now } from "@/lib/shared/clock";
import { NotAllowed, NotFound } from "@/lib/shared/problem";
import { fail, ok, type Result } from "@/lib/shared/result";
import { findHandler } from "../handlers.server";
import type { PresenceInput, presenceRemoval } from "../presence";
import { keepsForTeam, keptHours, ownSchools, requireKeeping } from "../presence-records.server";

interface KeptHour {
  readonly id: string;
}

/** Says when somebody of the own office is at a school of its municipalities. */
export function addPresence(viewer: Viewer, input: PresenceInput, now: Now): Promise<Result<KeptHour>> {
  const keeper = requireKeeping(viewer);
  const { officeId } = keeper;
  const { locationId, weekday, from, until, place = null } = input;
  const accountId = whoseHour(keeper, input);
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

/** Null: whoever of the office comes, which is for who plans the team to say. */
function whoseHour(keeper: OfficeViewer, { accountId }: PresenceInput): string | null {
  if (keepsForTeam(keeper)) return accountId ?? null;
  const own = { officeId: keeper.officeId, accountId: accountId ?? keeper.accountId };
  if (!can(keeper, "presence:keep", own)) throw new NotAllowed("presence:keep");
  return own.accountId;
}

export function removePresence(viewer: Viewer, { id }: z.output<typeof presenceRemoval>, now: Now) {
  const keeper = requireKeeping(viewer);
  return transact(viewer, now, async (tx) => {
    const { count } = await tx.client.presenceHour.deleteMany({ where: { AND: [keptHours(keeper), { id }] } });
    if (count === 0) throw new NotFound("presence");
    return kept(tx, keeper.officeId, id);
  });
}

function kept(tx: Transaction, officeId: string, id: string): Result<KeptHour> {
  record(tx, { action: "presence:keep", object: { kind: "office", id: officeId }, reason: usualReason(tx.viewer) });
  return ok({ id });
}
