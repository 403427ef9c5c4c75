import "server-only";
import { record } from "@/lib/audit/record.server";
import { type Transaction, transact } from "@/lib/audit/transact.server";
import type { Viewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import { fromColumn, toColumn } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { newId } from "@/lib/shared/ids";
import { NotFound } from "@/lib/shared/problem";
import { fail, ok, type Result } from "@/lib/shared/result";
import type { CompetenceInput } from "../competence-input";
import { type HeldPeriod, holdersOn, planCompetence } from "../competence-plan";

interface Kept {
  readonly municipalityCode: string;
}

/**
 * Gives duties of a municipality to an office from a day on. Never in the past, because what was decided stays decided;
 * only where nobody had the duty may it begin earlier.
 */
export async function setCompetence(viewer: Viewer, input: CompetenceInput, now: Now): Promise<Result<Kept>> {
  if (!can(viewer, "areas:keep", {})) throw new NotFound("areas");
  const { municipalityCode, officeCode, from } = input;
  return transact(viewer, now, async (tx) => {
    await lockMunicipality(tx, municipalityCode);
    const office = await tx.client.office.findFirst({
      where: { organisation: { code: officeCode } },
      select: { id: true },
    });
    if (office === null) return fail({ code: "office-unknown", field: "officeCode" });
    const duties = await Promise.all(input.regimes.map((regime) => dutyOf(tx, municipalityCode, regime)));
    if (from < now.today && duties.some(({ periods }) => holdersOn(periods, from).length > 0)) {
      return fail({ code: "day-past", field: "from" });
    }
    for (const duty of duties) await change(tx, duty, { input, officeId: office.id });
    const object = { kind: "municipality", id: municipalityCode };
    record(tx, { action: "areas:competence", object, reason: "duty-of-the-desk" });
    return ok({ municipalityCode });
  });
}

/** Of two who arrange one municipality at the same moment the second sees what the first did. */
async function lockMunicipality(tx: Transaction, code: string): Promise<void> {
  const found = await tx.client.$queryRaw<unknown[]>`SELECT code FROM municipalities WHERE code = ${code} FOR UPDATE`;
  if (found.length === 0) throw new NotFound("municipality");
}

interface DutyPeriods {
  readonly regime: string;
  readonly periods: readonly HeldPeriod[];
}

async function dutyOf(tx: Transaction, municipalityCode: string, regime: string): Promise<DutyPeriods> {
  const rows = await tx.client.competence.findMany({ where: { municipalityCode, regime } });
  const periods = rows.map(({ id, officeId, validFrom, validUntil }) => ({
    id,
    officeId,
    from: fromColumn(validFrom),
    until: validUntil === null ? null : fromColumn(validUntil),
  }));
  return { regime, periods };
}

interface Wanted {
  readonly input: CompetenceInput;
  readonly officeId: string;
}

async function change(tx: Transaction, { regime, periods }: DutyPeriods, { input, officeId }: Wanted): Promise<void> {
  const { ends, drops, begins } = planCompetence(periods, officeId, input.from);
  if (begins.length === 0) return;
  for (const { id, until } of ends) {
    await tx.client.competence.update({ where: { id }, data: { validUntil: toColumn(until) } });
  }
  await tx.client.competence.deleteMany({ where: { id: { in: [...drops] } } });
  const { municipalityCode } = input;
  await tx.client.competence.createMany({
    data: begins.map(({ from, until }) => ({
      id: newId(),
      officeId,
      municipalityCode,
      regime,
      validFrom: toColumn(from),
      validUntil: until === null ? null : toColumn(until),
    })),
  });
}
