import "server-only";
import { z } from "zod";
import { record } from "@/lib/audit/record.server";
import { type Transaction, transact } from "@/lib/audit/transact.server";
import { prisma } from "@/lib/db/client.server";
import { openText, sealText } from "@/lib/db/seal.server";
import type { Now } from "@/lib/shared/clock";
import { newId } from "@/lib/shared/ids";
import { fail, ok, type Result } from "@/lib/shared/result";
import { findAccountById } from "../account-lookup.server";
import { isDemoDatabase } from "../demo.server";
import type { Device } from "../device";
import { invitationTokenHash } from "../invitation-link.server";
import { newDeviceMark } from "../known-device.server";
import { firstMandate } from "../mandates";
import { passwordProblem } from "../password-rules";
import { hashPassword } from "../passwords.server";
import { newRecoveryCodes, recoveryCodeHash } from "../recovery-codes.server";
import { newTotpSecret, totpStepOf } from "../totp";
import { systemViewer } from "../viewer";
import { endSessions, type NewSession, startSession } from "./start-session.server";

export interface OpenInvitation {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly organisations: readonly string[];
  /** False in a demo database, where a password is enough. */
  readonly needsFactor: boolean;
}

export interface Acceptance {
  readonly token: string;
  readonly password: string;
  /** What `offerFactor` gave. */
  readonly offer: string | null;
  readonly code: string;
}

export interface Accepted {
  readonly recoveryCodes: readonly string[];
  /** Null: no mandate holds today; signing in works from the day on which one does. */
  readonly session: NewSession | null;
  readonly deviceMark: string | null;
}

/** Looking spends nothing, whoever looks: mail scanners follow links. Null: unknown, used and too old alike. */
export async function readInvitation(token: string, now: Now): Promise<OpenInvitation | null> {
  const found = await findOpen(token, now);
  if (found === null) return null;
  const { email, name, mandates } = found.account;
  const organisations = [...new Set(mandates.map(({ organisation }) => organisation.name))];
  return { id: found.id, email, name, organisations, needsFactor: !(await isDemoDatabase()) };
}

const sealedOffer = z.object({ invitationId: z.uuid(), secret: z.string() });

/** A secret for the telephone, sealed for the browser to hold until the account is made. Given after a click only. */
export function offerFactor({ id }: OpenInvitation): string {
  return sealText(JSON.stringify({ invitationId: id, secret: newTotpSecret() }));
}

/** What the page shows of the offer; null when it was for another invitation, or not made here. */
export function openOffer(sealed: string | null, invitationId: string): { readonly secret: string } | null {
  try {
    const offer = sealedOffer.parse(JSON.parse(openText(sealed ?? "")));
    return offer.invitationId === invitationId ? offer : null;
  } catch (error) {
    // A value that somebody changed, or from before the keys were changed.
    if (error instanceof Error) return null;
    throw error;
  }
}

/** Sets password and second step, ends every session and old code, and signs in. All of it, once, or nothing. */
export async function acceptInvitation(given: Acceptance, device: Device, now: Now): Promise<Result<Accepted>> {
  const found = await findOpen(given.token, now);
  if (found === null) return fail({ code: "invitation-over" });
  const { account } = found;
  const context = [account.email, account.name, ...account.mandates.map(({ organisation }) => organisation.name)];
  const weakness = passwordProblem(given.password, context);
  if (weakness !== null) return fail({ code: weakness, field: "password" });
  const factor = (await isDemoDatabase()) ? null : readFactor(given, found.id, now);
  if (factor === "wrong") return fail({ code: "code-refused", field: "code" });
  const passwordHash = await hashPassword(given.password);
  const mandate = firstMandate((await findAccountById(account.id, now.today))?.mandates ?? []);
  return transact(systemViewer("sign-in"), now, async (tx) => {
    if (!(await spend(tx, found.id))) return fail({ code: "invitation-over" });
    await tx.client.account.update({ where: { id: account.id }, data: { passwordHash, ...factor } });
    await endSessions(tx, account.id);
    record(tx, { action: "account:activate", object: { kind: "account", id: account.id }, reason: "invitation" });
    const recoveryCodes = factor === null ? [] : await renewRecoveryCodes(tx, account.id);
    const start = { accountId: account.id, factors: factor === null ? 1 : 2, device } as const;
    const session = mandate === null ? null : await startSession(tx, { ...start, mandate });
    return ok({ recoveryCodes, session, deviceMark: device.computer === "own" ? newDeviceMark(account.email) : null });
  });
}

async function findOpen(token: string, now: Now) {
  return prisma.invitation.findFirst({
    where: {
      tokenHash: invitationTokenHash(token),
      usedAt: null,
      expiresAt: { gt: now.at },
      account: { disabledAt: null },
    },
    include: { account: { include: { mandates: { include: { organisation: true } } } } },
  });
}

async function spend(tx: Transaction, invitationId: string): Promise<boolean> {
  const spent = await tx.client.invitation.updateMany({
    where: { id: invitationId, usedAt: null },
    data: { usedAt: tx.now.at },
  });
  return spent.count === 1;
}

function readFactor({ offer: sealed, code }: Acceptance, invitationId: string, now: Now) {
  const offer = openOffer(sealed, invitationId);
  const step = offer === null ? null : totpStepOf(offer.secret, code, now.at);
  return offer === null || step === null ? "wrong" : { totpSealed: sealText(offer.secret), totpLastStep: step };
}

async function renewRecoveryCodes(tx: Transaction, accountId: string): Promise<readonly string[]> {
  const codes = newRecoveryCodes();
  await tx.client.recoveryCode.deleteMany({ where: { accountId } });
  await tx.client.recoveryCode.createMany({
    data: codes.map((code) => ({ id: newId(), accountId, codeHash: recoveryCodeHash(accountId, code) })),
  });
  return codes;
}
