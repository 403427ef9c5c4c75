import "server-only";
import type { z } from "zod";
import type { AuditAct } from "@/lib/audit/entry";
import { record } from "@/lib/audit/record.server";
import { type Transaction, transact } from "@/lib/audit/transact.server";
import type { Viewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import { toColumn } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { newId } from "@/lib/shared/ids";
import { NotFound } from "@/lib/shared/problem";
import { fail, ok, type Result } from "@/lib/shared/result";
import { isRoutedAt } from "../office-people.server";
import type {
  activationInput,
  comingChoice,
  DraftAsSeen,
  draftChoice,
  moveInput,
  RuleInput,
  ruleChoice,
  spreadInput,
} from "../office-rules/rule-input";
import { ruleOf } from "../office-rules/rule-input";
import { type OfficeRule, officeRules } from "../office-rules/rule-set";

interface Draft {
  readonly id: string;
  readonly edition: number;
  readonly rules: readonly OfficeRule[];
}

interface Kept {
  readonly version: string;
}

/** Begins a draft from the rules that come last; where there is a draft already, that is the one. */
export async function startDraft(viewer: Viewer, _input: unknown, now: Now): Promise<Result<Kept>> {
  const officeId = keeperOf(viewer);
  return transact(viewer, now, async (tx) => {
    await lockOffice(tx, officeId);
    const draft = await tx.client.ruleSet.findFirst({ where: { officeId, activeFrom: null }, select: { id: true } });
    if (draft !== null) return ok({ version: draft.id });
    const last = await tx.client.ruleSet.findFirst({ where: { officeId }, orderBy: { version: "desc" } });
    const id = newId();
    await tx.client.ruleSet.create({
      data: {
        id,
        officeId,
        version: (last?.version ?? 0) + 1,
        rules: officeRules.parse(last?.rules ?? []),
        spread: last?.spread ?? "least-open-work",
        changedBy: changerOf(viewer),
        changedAt: now.at,
      },
    });
    return kept(tx, "rules:draft", id);
  });
}

/** Writes one rule of the draft: a new one at the end, a known one in its place. */
export async function saveRule(viewer: Viewer, input: RuleInput, now: Now): Promise<Result<Kept>> {
  const officeId = keeperOf(viewer);
  return transact(viewer, now, async (tx) => {
    const draft = await lockDraft(tx, officeId);
    if (!isAsSeen(draft, input)) return fail({ code: "rules-changed" });
    if (!(await isTeam(tx, officeId, input.officers, now))) return fail({ code: "officer-unknown", field: "officers" });
    const rules = withRule(draft.rules, input);
    if (rules.length > mostRules) return fail({ code: "too-many-rules" });
    return write(tx, draft, { rules: officeRules.parse(rules) });
  });
}

export async function moveRule(viewer: Viewer, input: z.output<typeof moveInput>, now: Now): Promise<Result<Kept>> {
  const { ruleId, direction } = input;
  return changeRules(viewer, input, now, (rules) => {
    const from = rules.findIndex(({ id }) => id === ruleId);
    const rule = rules[from];
    if (rule === undefined) throw new NotFound("rule");
    const others = rules.toSpliced(from, 1);
    return others.toSpliced(Math.max(0, from + (direction === "up" ? -1 : 1)), 0, rule);
  });
}

export async function removeRule(viewer: Viewer, input: z.output<typeof ruleChoice>, now: Now): Promise<Result<Kept>> {
  return changeRules(viewer, input, now, (rules) => {
    if (!rules.some(({ id }) => id === input.ruleId)) throw new NotFound("rule");
    return rules.filter(({ id }) => id !== input.ruleId);
  });
}

export async function setSpread(viewer: Viewer, input: z.output<typeof spreadInput>, now: Now): Promise<Result<Kept>> {
  const officeId = keeperOf(viewer);
  return transact(viewer, now, async (tx) => {
    const draft = await lockDraft(tx, officeId);
    if (!isAsSeen(draft, input)) return fail({ code: "rules-changed" });
    return write(tx, draft, { spread: input.spread });
  });
}

export async function discardDraft(
  viewer: Viewer,
  input: z.output<typeof draftChoice>,
  now: Now,
): Promise<Result<Kept>> {
  const officeId = keeperOf(viewer);
  return transact(viewer, now, async (tx) => {
    const draft = await lockDraft(tx, officeId);
    if (!isAsSeen(draft, input)) return fail({ code: "rules-changed" });
    await tx.client.ruleSet.delete({ where: { id: draft.id } });
    return kept(tx, "rules:discard", draft.id);
  });
}

/** From this day on reports go by the draft. Never in the past: what was decided stays explained by its own rules. */
export async function activateDraft(
  viewer: Viewer,
  input: z.output<typeof activationInput>,
  now: Now,
): Promise<Result<Kept>> {
  const officeId = keeperOf(viewer);
  const from = input.from ?? now.today;
  if (from < now.today) return fail({ code: "day-past", field: "from" });
  return transact(viewer, now, async (tx) => {
    const draft = await lockDraft(tx, officeId);
    if (!isAsSeen(draft, input)) return fail({ code: "rules-changed" });
    // Today's rules may be replaced more than once; of two versions for a day to come nobody would know which counts.
    if (from > now.today && (await tx.client.ruleSet.count({ where: { officeId, activeFrom: toColumn(from) } })) > 0)
      return fail({ code: "day-taken", field: "from" });
    await tx.client.ruleSet.update({
      where: { id: draft.id },
      data: { activeFrom: toColumn(from), activatedAt: now.at, activatedBy: changerOf(viewer) },
    });
    return kept(tx, "rules:activate", draft.id);
  });
}

/** A version that is still to come is a draft again. Refused while there is another draft, and once it is in force. */
export async function takeBackRules(
  viewer: Viewer,
  { versionId }: z.output<typeof comingChoice>,
  now: Now,
): Promise<Result<Kept>> {
  const officeId = keeperOf(viewer);
  return transact(viewer, now, async (tx) => {
    await lockOffice(tx, officeId);
    const coming = await tx.client.ruleSet.findFirst({
      where: { id: versionId, officeId, activeFrom: { gt: toColumn(now.today) } },
      select: { id: true },
    });
    if (coming === null) throw new NotFound("rules");
    if ((await tx.client.ruleSet.count({ where: { officeId, activeFrom: null } })) > 0)
      return fail({ code: "draft-there" });
    await tx.client.ruleSet.update({
      where: { id: versionId },
      data: { activeFrom: null, activatedAt: null, activatedBy: null, edition: { increment: 1 } },
    });
    return kept(tx, "rules:take-back", versionId);
  });
}

/** Every draft counts its changes from one, so the count alone does not say which draft was seen. */
function isAsSeen({ id, edition }: Draft, seen: DraftAsSeen): boolean {
  return edition === seen.edition && (seen.draftId === undefined || seen.draftId === id);
}

const mostRules = 500;

function withRule(rules: readonly OfficeRule[], input: RuleInput): OfficeRule[] {
  const { ruleId } = input;
  if (ruleId === undefined) return [...rules, ruleOf(input, newId())];
  if (!rules.some(({ id }) => id === ruleId)) throw new NotFound("rule");
  return rules.map((old) => (old.id === ruleId ? ruleOf(input, ruleId) : old));
}

async function changeRules(
  viewer: Viewer,
  seen: DraftAsSeen,
  now: Now,
  change: (rules: readonly OfficeRule[]) => readonly OfficeRule[],
): Promise<Result<Kept>> {
  const officeId = keeperOf(viewer);
  return transact(viewer, now, async (tx) => {
    const draft = await lockDraft(tx, officeId);
    if (!isAsSeen(draft, seen)) return fail({ code: "rules-changed" });
    return write(tx, draft, { rules: officeRules.parse(change(draft.rules)) });
  });
}

async function write(
  tx: Transaction,
  { id }: Draft,
  data: { readonly rules?: OfficeRule[]; readonly spread?: string },
): Promise<Result<Kept>> {
  const changed = { changedBy: changerOf(tx.viewer), changedAt: tx.now.at, edition: { increment: 1 } };
  await tx.client.ruleSet.update({ where: { id }, data: { ...data, ...changed } });
  return kept(tx, "rules:save", id);
}

function keeperOf(viewer: Viewer): string {
  if (viewer.kind !== "office" || !can(viewer, "rules:keep", { officeId: viewer.officeId }))
    throw new NotFound("rules");
  return viewer.officeId;
}

function changerOf(viewer: Viewer): string {
  return viewer.kind === "office" ? viewer.accountId : viewer.kind;
}

/** Of two who begin a draft at one moment the second finds that of the first. */
async function lockOffice(tx: Transaction, officeId: string): Promise<void> {
  await tx.client.$queryRaw`SELECT id FROM offices WHERE id = ${officeId}::uuid FOR UPDATE`;
}

async function lockDraft(tx: Transaction, officeId: string): Promise<Draft> {
  await lockOffice(tx, officeId);
  const draft = await tx.client.ruleSet.findFirst({ where: { officeId, activeFrom: null } });
  if (draft === null) throw new NotFound("draft");
  return { id: draft.id, edition: draft.edition, rules: officeRules.parse(draft.rules) };
}

async function isTeam(tx: Transaction, officeId: string, officers: readonly string[], now: Now): Promise<boolean> {
  const found = await tx.client.account.count({
    where: { id: { in: [...officers] }, disabledAt: null, mandates: { some: isRoutedAt(officeId, now.today) } },
  });
  return found === new Set(officers).size;
}

function kept(tx: Transaction, action: AuditAct["action"], id: string): Result<Kept> {
  record(tx, { action, object: { kind: "rule-set", id }, reason: "own-office" });
  return ok({ version: id });
}
