import "server-only";
import type { AuditAct } from "@/lib/audit/entry";
import { record } from "@/lib/audit/record.server";
import { type Transaction, transact } from "@/lib/audit/transact.server";
import type { Viewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import { addDays, fromColumn, toColumn } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { NotAllowed, NotFound, type Problem } from "@/lib/shared/problem";
import { fail, ok, type Result } from "@/lib/shared/result";
import { isRoutedAt, workingRoles } from "../office-people.server";
import type { LeaveEndInput, LeaveInput, TermsInput } from "../plan-input";

export interface PlannedOfficer {
  readonly accountId: string;
}

/** Sets the days, the cap and the last day for new reports of somebody of the own office. */
export async function setTerms(viewer: Viewer, input: TermsInput, now: Now): Promise<Result<PlannedOfficer>> {
  const officeId = officeOf(viewer);
  if (!can(viewer, "officers:plan", { officeId })) throw new NotAllowed("officers:plan");
  return transact(viewer, now, async (tx) => {
    const { accountId } = input;
    await lockOfficer(tx, officeId, accountId);
    const terms = {
      workDays: [...new Set(input.workDays)].toSorted((one, other) => one - other),
      caseCap: input.caseCap ?? null,
      noNewFrom: input.noNewFrom === undefined ? null : toColumn(input.noNewFrom),
    };
    await tx.client.officerTerm.upsert({
      where: { officeId_accountId: { officeId, accountId } },
      create: { officeId, accountId, ...terms },
      update: terms,
    });
    return planned(tx, "officer:terms", accountId);
  });
}

/** Adds a leave, or changes one. */
export async function planLeave(viewer: Viewer, input: LeaveInput, now: Now): Promise<Result<PlannedOfficer>> {
  const officeId = officeOf(viewer);
  const { accountId } = input;
  if (!can(viewer, "leave:plan", { officeId, accountId })) throw new NotAllowed("leave:plan");
  if (input.lastDay !== undefined && input.lastDay < now.today) return fail({ code: "day-past", field: "lastDay" });
  return transact(viewer, now, async (tx) => {
    await lockOfficer(tx, officeId, accountId);
    const problem = await refusalOf(tx, officeId, input);
    if (problem !== null) return fail(problem);
    await writeLeave(tx, officeId, input);
    return planned(tx, "officer:leave", accountId);
  });
}

/** Somebody is back today; a leave that did not begin before today is taken away as if it had not been planned. */
export async function endLeave(viewer: Viewer, input: LeaveEndInput, now: Now): Promise<Result<PlannedOfficer>> {
  const officeId = officeOf(viewer);
  const { accountId, leaveId } = input;
  if (!can(viewer, "leave:plan", { officeId, accountId })) throw new NotAllowed("leave:plan");
  return transact(viewer, now, async (tx) => {
    await lockOfficer(tx, officeId, accountId);
    const leave = await tx.client.officerLeave.findFirst({ where: { id: leaveId, officeId, accountId } });
    if (leave === null) throw new NotFound("leave");
    if (fromColumn(leave.firstDay) < now.today) {
      const lastDay = toColumn(addDays(now.today, -1));
      if (leave.lastDay === null || leave.lastDay > lastDay) {
        await tx.client.officerLeave.update({ where: { id: leaveId }, data: { lastDay } });
      }
    } else {
      await tx.client.officerLeave.delete({ where: { id: leaveId } });
    }
    return planned(tx, "officer:leave-end", accountId);
  });
}

function officeOf(viewer: Viewer): string {
  if (viewer.kind !== "office") throw new NotAllowed("officers:plan");
  return viewer.officeId;
}

/** Holds the officer until the end, so that of two who plan at one moment the second sees what the first did. */
async function lockOfficer(tx: Transaction, officeId: string, accountId: string): Promise<void> {
  const found = await tx.client.$queryRaw<unknown[]>`SELECT id FROM mandates WHERE organisation_id = ${officeId}::uuid
    AND account_id = ${accountId}::uuid AND role = ANY(${[...workingRoles]}) ORDER BY id FOR UPDATE`;
  if (found.length === 0) throw new NotFound("officer");
}

async function refusalOf(tx: Transaction, officeId: string, input: LeaveInput): Promise<Problem | null> {
  const { accountId, leaveId, firstDay, lastDay, deputyId } = input;
  if (deputyId !== undefined) {
    const deputy = await tx.client.account.count({
      where: { id: deputyId, disabledAt: null, mandates: { some: isRoutedAt(officeId, firstDay) } },
    });
    if (deputy === 0) return { code: "officer-unknown", field: "deputyId" };
  }
  const overlapping = await tx.client.officerLeave.count({
    where: {
      officeId,
      accountId,
      ...(leaveId === undefined ? {} : { id: { not: leaveId } }),
      ...(lastDay === undefined ? {} : { firstDay: { lte: toColumn(lastDay) } }),
      OR: [{ lastDay: null }, { lastDay: { gte: toColumn(firstDay) } }],
    },
  });
  return overlapping === 0 ? null : { code: "leave-overlaps", field: "firstDay" };
}

async function writeLeave(tx: Transaction, officeId: string, input: LeaveInput): Promise<void> {
  const { accountId, leaveId } = input;
  const leave = {
    firstDay: toColumn(input.firstDay),
    lastDay: input.lastDay === undefined ? null : toColumn(input.lastDay),
    deputyId: input.deputyId ?? null,
  };
  if (leaveId === undefined) {
    await tx.client.officerLeave.create({ data: { officeId, accountId, ...leave } });
    return;
  }
  const { count } = await tx.client.officerLeave.updateMany({
    where: { id: leaveId, officeId, accountId },
    data: leave,
  });
  if (count === 0) throw new NotFound("leave");
}

function planned(tx: Transaction, action: AuditAct["action"], accountId: string): Result<PlannedOfficer> {
  record(tx, { action, object: { kind: "account", id: accountId }, reason: "own-office" });
  return ok({ accountId });
}
