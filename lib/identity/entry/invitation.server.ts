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
import { newTotpSecret, totpStepOf, totpUri } from "../totp";
import { systemViewer } from "../viewer";
import { endSessions, type NewSession, startSession } from "./start-session.server";

/** The second step that the page offers; the secret is new at each look and travels sealed in the form. */
export interface FactorOffer {
  readonly secret: string;
  readonly uri: string;
  readonly sealed: string;
}

export interface OpenInvitation {
  readonly accountId: string;
  readonly email: string;
  readonly name: string;
  readonly organisations: readonly string[];
  /** Null: a demo database, where a password is enough. */
  readonly factor: FactorOffer | null;
}

export interface Acceptance {
  readonly token: string;
  readonly password: string;
  readonly factorSealed?: string | undefined;
  readonly code?: string | undefined;
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
  const { id, email, name, mandates } = found.account;
  const secret = (await isDemoDatabase()) ? null : newTotpSecret();
  return {
    accountId: id,
    email,
    name,
    organisations: [...new Set(mandates.map(({ organisation }) => organisation.name))],
    factor: secret === null ? null : offerOf(secret, email, found.id),
  };
}

/** The same picture again, after a code that was wrong. */
export function reopenOffer(sealed: string, email: string): FactorOffer | null {
  const offer = openOffer(sealed);
  return offer === null ? null : { secret: offer.secret, uri: totpUri(offer.secret, email), sealed };
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

const sealedOffer = z.object({ invitationId: z.uuid(), secret: z.string() });

function offerOf(secret: string, email: string, invitationId: string): FactorOffer {
  return { secret, uri: totpUri(secret, email), sealed: sealText(JSON.stringify({ invitationId, secret })) };
}

function openOffer(sealed: string): z.output<typeof sealedOffer> | null {
  try {
    return sealedOffer.parse(JSON.parse(openText(sealed)));
  } catch (error) {
    // A hidden field that somebody changed, or a page from before the keys were changed.
    if (error instanceof Error) return null;
    throw error;
  }
}

function readFactor({ factorSealed, code }: Acceptance, invitationId: string, now: Now) {
  const offer = openOffer(factorSealed ?? "");
  if (offer === null || offer.invitationId !== invitationId) return "wrong";
  const step = totpStepOf(offer.secret, code ?? "", now.at);
  return step === null ? "wrong" : { totpSealed: sealText(offer.secret), totpLastStep: step };
}

async function renewRecoveryCodes(tx: Transaction, accountId: string): Promise<readonly string[]> {
  const codes = newRecoveryCodes();
  await tx.client.recoveryCode.deleteMany({ where: { accountId } });
  await tx.client.recoveryCode.createMany({
    data: codes.map((code) => ({ id: newId(), accountId, codeHash: recoveryCodeHash(accountId, code) })),
  });
  return codes;
}
