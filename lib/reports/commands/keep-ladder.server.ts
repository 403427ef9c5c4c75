import "server-only";
import { record } from "@/lib/audit/record.server";
import { type Transaction, transact } from "@/lib/audit/transact.server";
import type { Viewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import { toColumn } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { NotFound } from "@/lib/shared/problem";
import { ok, type Result } from "@/lib/shared/result";
import type { LadderInput, MunicipalityLadderInput } from "../ladder-input";

/** Says what the own school does after how many times late; it goes before what its municipality says. */
export function keepSchoolLadder(viewer: Viewer, input: LadderInput, now: Now): Promise<Result<null>> {
  if (viewer.kind !== "school" || !can(viewer, "calendar:keep", { organisationId: viewer.organisationId })) {
    throw new NotFound("ladder");
  }
  const { organisationId } = viewer;
  return transact(viewer, now, async (tx) => {
    await keep(tx, `organisation:${organisationId}`, input, now);
    record(tx, { action: "ladder:keep", object: { kind: "organisation", id: organisationId }, reason: "own-school" });
    return ok(null);
  });
}

/** The same for a municipality of the own office, and so for its schools that say nothing themselves. */
export function keepMunicipalityLadder(
  viewer: Viewer,
  input: MunicipalityLadderInput,
  now: Now,
): Promise<Result<null>> {
  if (viewer.kind !== "office" || !can(viewer, "terms:keep", { officeId: viewer.officeId }))
    throw new NotFound("ladder");
  const { officeId } = viewer;
  const { municipalityCode } = input;
  return transact(viewer, now, async (tx) => {
    const today = toColumn(now.today);
    const held = await tx.client.competence.count({
      where: {
        officeId,
        municipalityCode,
        validFrom: { lte: today },
        OR: [{ validUntil: null }, { validUntil: { gte: today } }],
      },
    });
    if (held === 0) throw new NotFound("municipality");
    await keep(tx, `municipality:${municipalityCode}`, input, now);
    record(tx, { action: "ladder:keep", object: { kind: "municipality", id: municipalityCode }, reason: "own-office" });
    return ok(null);
  });
}

async function keep(tx: Transaction, owner: string, { steps }: LadderInput, now: Now): Promise<void> {
  if (steps.length === 0) {
    await tx.client.lateLadder.deleteMany({ where: { owner } });
    return;
  }
  const kept = { steps, changedAt: now.at };
  await tx.client.lateLadder.upsert({ where: { owner }, create: { owner, ...kept }, update: kept });
}
