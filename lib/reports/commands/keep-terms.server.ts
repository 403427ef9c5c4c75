import "server-only";
import type { z } from "zod";
import type { AuditAct } from "@/lib/audit/entry";
import { record } from "@/lib/audit/record.server";
import { type Transaction, transact } from "@/lib/audit/transact.server";
import type { Viewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import { toColumn } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { NotAllowed, NotFound } from "@/lib/shared/problem";
import { fail, ok, type Result } from "@/lib/shared/result";
import { isWorkingDay } from "@/lib/shared/working-days";
import type { freeDayInput, TermInput, termRemovalInput } from "../terms-input";

export type Kept = Readonly<Record<string, never>>;

/** Sets what the own office promises from a day on; the same part and day again replaces what stood there. */
export async function keepTerm(viewer: Viewer, input: TermInput, now: Now): Promise<Result<Kept>> {
  const officeId = keepingOffice(viewer);
  if (input.from < now.today) return fail({ code: "day-past", field: "from" });
  return transact(viewer, now, async (tx) => {
    await lockOffice(tx, officeId);
    const municipalityCode = input.municipalityCode ?? null;
    if (municipalityCode !== null && !(await isOwnMunicipality(tx, officeId, municipalityCode))) {
      return fail({ code: "municipality-unknown", field: "municipalityCode" });
    }
    const place = { officeId, municipalityCode, type: input.type ?? null, validFrom: toColumn(input.from) };
    const days = {
      firstReactionDays: input.firstReactionDays ?? null,
      nextReactionDays: input.nextReactionDays ?? null,
      closingDays: input.closingDays ?? null,
    };
    const { count } = await tx.client.officeTerm.updateMany({ where: place, data: days });
    if (count === 0) await tx.client.officeTerm.create({ data: { ...place, ...days } });
    return kept(tx, "terms:keep", officeId);
  });
}

/** Takes away a term that has not begun; what has begun is ended by a later one. */
export async function removeTerm(viewer: Viewer, { id }: z.infer<typeof termRemovalInput>, now: Now) {
  const officeId = keepingOffice(viewer);
  return transact(viewer, now, async (tx) => {
    const { count } = await tx.client.officeTerm.deleteMany({
      where: { id, officeId, validFrom: { gt: toColumn(now.today) } },
    });
    if (count === 0) throw new NotFound("term");
    return kept(tx, "terms:keep", officeId);
  });
}

/** A day on which the own office is closed; promises that were given before do not move for it. */
export async function addFreeDay(viewer: Viewer, { day, name }: z.infer<typeof freeDayInput>, now: Now) {
  const officeId = keepingOffice(viewer);
  if (day <= now.today) return fail({ code: "day-not-ahead", field: "day" });
  if (!isWorkingDay(day)) return fail({ code: "day-free-already", field: "day" });
  return transact(viewer, now, async (tx) => {
    await lockOffice(tx, officeId);
    const known = { officeId, day: toColumn(day) };
    if ((await tx.client.officeFreeDay.count({ where: { ...known, removedAt: null } })) > 0) {
      return fail({ code: "day-free-already", field: "day" });
    }
    await tx.client.officeFreeDay.create({ data: { ...known, name, addedAt: now.at } });
    return kept(tx, "terms:free-day", officeId);
  });
}

/** The office is open after all; a promise that skipped the day still skips it. */
export async function removeFreeDay(viewer: Viewer, { id }: z.infer<typeof termRemovalInput>, now: Now) {
  const officeId = keepingOffice(viewer);
  return transact(viewer, now, async (tx) => {
    const { count } = await tx.client.officeFreeDay.updateMany({
      where: { id, officeId, removedAt: null, day: { gt: toColumn(now.today) } },
      data: { removedAt: now.at },
    });
    if (count === 0) throw new NotFound("free-day");
    return kept(tx, "terms:free-day", officeId);
  });
}

function keepingOffice(viewer: Viewer): string {
  if (viewer.kind !== "office" || !can(viewer, "terms:keep", { officeId: viewer.officeId })) {
    throw new NotAllowed("terms:keep");
  }
  return viewer.officeId;
}

/** Of two who change one office at one moment the second sees what the first did. */
async function lockOffice(tx: Transaction, officeId: string): Promise<void> {
  await tx.client.$queryRaw`SELECT id FROM offices WHERE id = ${officeId}::uuid FOR UPDATE`;
}

async function isOwnMunicipality(tx: Transaction, officeId: string, municipalityCode: string): Promise<boolean> {
  return (await tx.client.competence.count({ where: { officeId, municipalityCode } })) > 0;
}

function kept(tx: Transaction, action: AuditAct["action"], officeId: string): Result<Kept> {
  record(tx, { action, object: { kind: "office", id: officeId }, reason: "own-office" });
  return ok({});
}
