import "server-only";
import { record } from "@/lib/audit/record.server";
import { commit, transact } from "@/lib/audit/transact.server";
import type { Now } from "@/lib/shared/clock";
import type { Problem } from "@/lib/shared/problem";
import { asEmail, findAccountByEmail, findAccountById, type SignInAccount } from "../account-lookup.server";
import { type AttemptKey, attemptKey, forgiveAttempt, takeAttempt } from "../attempts.server";
import { isDemoDatabase } from "../demo.server";
import type { Device } from "../device";
import { openHalfSignIn, passwordMark, sealHalfSignIn } from "../half-sign-in.server";
import { isKnownDevice, newDeviceMark } from "../known-device.server";
import { firstMandate } from "../mandates";
import { verifyPassword } from "../passwords.server";
import { systemViewer } from "../viewer";
import { spendCode } from "./spend-code.server";
import { type NewSession, startSession } from "./start-session.server";

interface Credentials {
  readonly email: string;
  readonly password: string;
  /** Of the second step, where both come at once. */
  readonly code?: string;
}

export type SignInOutcome =
  | { readonly kind: "refused"; readonly problem: Problem }
  | { readonly kind: "code-needed"; readonly half: string }
  | { readonly kind: "signed-in"; readonly session: NewSession; readonly deviceMark: string | null };

/** Says the same, and takes as long, for a wrong password, an unknown address and an account that was closed. */
export async function signIn(credentials: Credentials, device: Device, now: Now): Promise<SignInOutcome> {
  const email = asEmail(credentials.email);
  const keys = passwordKeys(email, device);
  const wait = await takeAttempt(keys, now.at);
  if (wait > 0) return refused({ code: "sign-in-wait", facts: { seconds: wait } });
  const account = await findAccountByEmail(email, now.today);
  const open = account?.disabledAt === null ? account : null;
  const fits = await verifyPassword(open?.passwordHash ?? null, credentials.password);
  if (open === null || !fits) {
    await noteRefusal(account?.id ?? null, now);
    return refused({ code: "sign-in-refused" });
  }
  await forgiveAttempt(keys, now.at);
  if (open.totpSealed === null) return signInWithOneFactor(open, device, now);
  if (credentials.code === undefined) {
    return { kind: "code-needed", half: sealHalfSignIn(open, device.computer, now.at) };
  }
  return giveCode(open, credentials.code, device, now);
}

/** The second step, within ten minutes after the first. */
export async function finishSignIn(half: string, code: string, device: Device, now: Now): Promise<SignInOutcome> {
  const begun = openHalfSignIn(half, now.at);
  const account = begun === null ? null : await findAccountById(begun.accountId, now.today);
  if (begun === null || account?.disabledAt !== null || begun.passwordMark !== passwordMark(account)) {
    return refused({ code: "sign-in-again" });
  }
  return giveCode(account, code, { ...device, computer: begun.computer }, now);
}

function passwordKeys(email: string, device: Device): readonly AttemptKey[] {
  if (isKnownDevice(email, device.mark)) return [attemptKey("device", email, device.mark)];
  const { network } = device;
  return [attemptKey("pair", email, network), attemptKey("account", email), attemptKey("network", network)];
}

async function giveCode(account: SignInAccount, code: string, device: Device, now: Now): Promise<SignInOutcome> {
  const keys = [attemptKey("factor", account.id)];
  const wait = await takeAttempt(keys, now.at);
  if (wait > 0) return refused({ code: "sign-in-wait", facts: { seconds: wait } });
  const outcome = await begin(account, device, now, { code });
  if (outcome.kind === "signed-in") await forgiveAttempt(keys, now.at);
  return outcome;
}

/** One factor opens a demo database, whose accounts are printed on the screen, and nothing else. */
async function signInWithOneFactor(account: SignInAccount, device: Device, now: Now): Promise<SignInOutcome> {
  if (!(await isDemoDatabase())) return refused({ code: "second-factor-missing" });
  return begin(account, device, now, "password-only");
}

async function begin(
  account: SignInAccount,
  device: Device,
  now: Now,
  second: { readonly code: string } | "password-only",
): Promise<SignInOutcome> {
  const mandate = firstMandate(account.mandates);
  if (mandate === null) return refused({ code: "no-mandate" });
  const factors = second === "password-only" ? 1 : 2;
  const session = await transact(systemViewer("sign-in"), now, async (tx) => {
    if (second !== "password-only" && !(await spendCode(tx, account, second.code))) return null;
    return startSession(tx, { accountId: account.id, mandate, factors, device });
  });
  if (session === null) {
    await noteRefusal(account.id, now);
    return refused({ code: "code-refused" });
  }
  return { kind: "signed-in", session, deviceMark: device.computer === "own" ? newDeviceMark(account.email) : null };
}

async function noteRefusal(accountId: string | null, now: Now): Promise<void> {
  const object = accountId === null ? { kind: "account" } : { kind: "account", id: accountId };
  await commit(systemViewer("sign-in"), now, (ledger) =>
    record(ledger, { action: "session:start", object, reason: "sign-in", result: "refused" }),
  );
}

function refused(problem: Problem): SignInOutcome {
  return { kind: "refused", problem };
}
