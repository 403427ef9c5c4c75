import "server-only";
import { record } from "@/lib/audit/record.server";
import { transact } from "@/lib/audit/transact.server";
import { prisma } from "@/lib/db/client.server";
import type { Now } from "@/lib/shared/clock";
import { fail, ok, type Result } from "@/lib/shared/result";
import type { LocaleChoice, PasswordChange } from "../account-input";
import { attemptKey, forgiveAttempt, takeAttempt } from "../attempts.server";
import { endSessions } from "../entry/start-session.server";
import { passwordProblem } from "../password-rules";
import { hashPassword, verifyPassword } from "../passwords.server";
import type { PersonViewer } from "../viewer";

/** A new password ends every other session of this account. */
export async function changePassword(viewer: PersonViewer, input: PasswordChange, now: Now): Promise<Result<null>> {
  const weakness = passwordProblem(input.newPassword, [viewer.email, viewer.name, viewer.organisationName]);
  if (weakness !== null) return fail({ code: weakness, field: "newPassword" });
  const keys = [attemptKey("factor", "password", viewer.accountId)];
  const wait = await takeAttempt(keys, now.at);
  if (wait > 0) return fail({ code: "sign-in-wait", facts: { seconds: wait } });
  const account = await prisma.account.findUniqueOrThrow({ where: { id: viewer.accountId } });
  if (!(await verifyPassword(account.passwordHash, input.currentPassword))) {
    return fail({ code: "password-wrong", field: "currentPassword" });
  }
  await forgiveAttempt(keys, now.at);
  const passwordHash = await hashPassword(input.newPassword);
  return transact(viewer, now, async (tx) => {
    await tx.client.account.update({ where: { id: viewer.accountId }, data: { passwordHash } });
    await endSessions(tx, viewer.accountId, viewer.sessionId);
    record(tx, { action: "password:change", object: { kind: "account", id: viewer.accountId }, reason: "own-account" });
    return ok(null);
  });
}

export async function chooseLocale(viewer: PersonViewer, { locale }: LocaleChoice, now: Now): Promise<Result<null>> {
  return transact(viewer, now, async (tx) => {
    await tx.client.account.update({ where: { id: viewer.accountId }, data: { locale } });
    record(tx, { action: "locale:change", object: { kind: "account", id: viewer.accountId }, reason: "own-account" });
    return ok(null);
  });
}
