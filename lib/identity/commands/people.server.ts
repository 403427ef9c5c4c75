import "server-only";
import { record } from "@/lib/audit/record.server";
import { type Transaction, transact } from "@/lib/audit/transact.server";
import { can } from "@/lib/policy/can";
import type { Now } from "@/lib/shared/clock";
import { newId } from "@/lib/shared/ids";
import { NotFound } from "@/lib/shared/problem";
import { fail, ok, type Result } from "@/lib/shared/result";
import { endSessions } from "../entry/start-session.server";
import { makeInvitation } from "../make-invitation.server";
import { organisationToManage, putMandate, refusalOfHeld, stopMandate } from "../mandate-rows.server";
import type { AccountChoice, InvitationInput, MandateEndInput, MandateInput } from "../people-input";
import { isPerson, type Viewer } from "../viewer";

export interface Invited {
  readonly accountId: string;
  /** Null: this person can sign in already; the mandate was added. */
  readonly invitationId: string | null;
}

/**
 * Lets a colleague in. Somebody who has an account keeps it, name and all, and gets this mandate with it; who has the
 * mandate already keeps it as it is, and the inviter hears so.
 */
export async function invitePerson(viewer: Viewer, input: InvitationInput, now: Now): Promise<Result<Invited>> {
  return transactOrRefuse(viewer, now, async (tx) => {
    const organisation = await organisationToManage(tx, input.organisation);
    const account = await accountFor(tx, input);
    const holding = { accountId: account.id, organisationId: organisation.id, role: input.role };
    const held = await refusalOfHeld(tx, holding);
    if (held !== null) return fail(held);
    const mandate = await putMandate(tx, account.id, organisation, input);
    if (!mandate.ok) return mandate;
    const isActive = account.passwordHash !== null && account.disabledAt === null;
    return ok({ accountId: account.id, invitationId: isActive ? null : await makeInvitation(tx, account.id) });
  });
}

/** Gives somebody known a mandate more, or changes one. */
export async function grantMandate(viewer: Viewer, input: MandateInput, now: Now): Promise<Result<Invited>> {
  return transactOrRefuse(viewer, now, async (tx) => {
    const organisation = await organisationToManage(tx, input.organisation);
    await managedAccount(tx, input.accountId);
    const mandate = await putMandate(tx, input.accountId, organisation, input);
    return mandate.ok ? ok({ accountId: input.accountId, invitationId: null }) : mandate;
  });
}

export interface EndedMandate {
  readonly accountId: string;
  /** False: it was given and taken back on one day, and nothing of this person is left here. */
  readonly isStillKnown: boolean;
}

/** Ends a mandate on a day, or at once. The account stays, for who comes back. */
export async function endMandate(viewer: Viewer, input: MandateEndInput, now: Now): Promise<Result<EndedMandate>> {
  return transactOrRefuse(viewer, now, async (tx) => {
    const mandate = await tx.client.mandate.findUnique({ where: { id: input.mandateId } });
    if (mandate === null || !can(viewer, "people:manage", { organisationId: mandate.organisationId })) {
      throw new NotFound("mandate");
    }
    if (isPerson(viewer) && viewer.mandateId === mandate.id) return fail({ code: "own-mandate" });
    await stopMandate(tx, mandate, input.lastDay);
    const left = await tx.client.mandate.findMany({ where: { accountId: mandate.accountId } });
    const isStillKnown = left.some(({ organisationId }) => can(viewer, "people:manage", { organisationId }));
    return ok({ accountId: mandate.accountId, isStillKnown });
  });
}

/** A new link for who forgot the password or lost the telephone; it goes by mail to the person, not to who asks. */
export async function startRecovery(viewer: Viewer, input: AccountChoice, now: Now): Promise<Result<Invited>> {
  return transactOrRefuse(viewer, now, async (tx) => {
    const account = await managedAccount(tx, input.accountId);
    if (!isWholly(viewer, account)) return fail({ code: "account-also-elsewhere" });
    if (account.disabledAt !== null) await enableAgain(tx, account.id);
    return ok({ accountId: account.id, invitationId: await makeInvitation(tx, account.id) });
  });
}

/** Closes an account: every session ends before this answers. */
export async function disableAccount(viewer: Viewer, input: AccountChoice, now: Now): Promise<Result<AccountChoice>> {
  return transactOrRefuse(viewer, now, async (tx) => {
    const account = await managedAccount(tx, input.accountId);
    if (isPerson(viewer) && viewer.accountId === account.id) return fail({ code: "own-account" });
    if (!isWholly(viewer, account)) return fail({ code: "account-also-elsewhere" });
    await tx.client.account.update({ where: { id: account.id }, data: { disabledAt: now.at } });
    await tx.client.invitation.updateMany({ where: { accountId: account.id, usedAt: null }, data: { usedAt: now.at } });
    await endSessions(tx, account.id);
    record(tx, { action: "account:disable", object: { kind: "account", id: account.id }, reason: "administration" });
    return ok({ accountId: account.id });
  });
}

async function enableAgain(tx: Transaction, accountId: string): Promise<void> {
  await tx.client.account.update({ where: { id: accountId }, data: { disabledAt: null } });
  record(tx, { action: "account:enable", object: { kind: "account", id: accountId }, reason: "administration" });
}

async function accountFor(tx: Transaction, { email, name }: InvitationInput) {
  const known = await tx.client.account.findUnique({ where: { email } });
  return known ?? tx.client.account.create({ data: { id: newId(), email, name, createdAt: tx.now.at } });
}

/** An account with a mandate, past or present, where this viewer lets people in; any other is not found. */
async function managedAccount(tx: Transaction, id: string) {
  const account = await tx.client.account.findUnique({ where: { id }, include: { mandates: true } });
  if (account === null) throw new NotFound("account");
  const managesAll = can(tx.viewer, "people:manage", { organisationId: "" });
  const manages = account.mandates.some(({ organisationId }) => can(tx.viewer, "people:manage", { organisationId }));
  if (!managesAll && !manages) throw new NotFound("account");
  return account;
}

/** Whether this viewer answers for everything that the account opens: else it would be a way into another house. */
function isWholly(viewer: Viewer, account: Awaited<ReturnType<typeof managedAccount>>): boolean {
  return account.mandates.every(({ organisationId }) => can(viewer, "people:manage", { organisationId }));
}

/** A refusal takes back what was written before it. */
async function transactOrRefuse<Value>(
  viewer: Viewer,
  now: Now,
  work: (tx: Transaction) => Promise<Result<Value>>,
): Promise<Result<Value>> {
  try {
    return await transact(viewer, now, async (tx) => {
      const result = await work(tx);
      if (!result.ok) throw new TakenBack(result);
      return result;
    });
  } catch (error) {
    if (error instanceof TakenBack) return error.refusal;
    throw error;
  }
}

class TakenBack extends Error {
  override readonly name = "TakenBack";
  readonly refusal: Result<never>;
  constructor(refusal: Result<never>) {
    super("refused");
    this.refusal = refusal;
  }
}
