import "server-only";
import { z } from "zod";
import { record } from "@/lib/audit/record.server";
import { transact } from "@/lib/audit/transact.server";
import { prisma } from "@/lib/db/client.server";
import type { Now } from "@/lib/shared/clock";
import { fail, ok, type Result } from "@/lib/shared/result";
import { attemptKey, forgiveAttempt, takeAttempt } from "../attempts.server";
import { spendCode } from "../entry/spend-code.server";
import { verifyPassword } from "../passwords.server";
import type { PersonViewer } from "../viewer";

export const stepUpInput = z.strictObject({
  password: z.string().max(1000),
  code: z.string().max(40).optional(),
  returnTo: z.string().max(500),
});

/** Shows again that it is this person: the password, and the second factor where there is one. */
export async function stepUp(
  viewer: PersonViewer,
  { password, code, returnTo }: z.output<typeof stepUpInput>,
  now: Now,
): Promise<Result<{ readonly returnTo: string }>> {
  const keys = [attemptKey("factor", "password", viewer.accountId)];
  const wait = await takeAttempt(keys, now.at);
  if (wait > 0) return fail({ code: "sign-in-wait", facts: { seconds: wait } });
  const account = await prisma.account.findUniqueOrThrow({ where: { id: viewer.accountId } });
  if (!(await verifyPassword(account.passwordHash, password))) {
    return fail({ code: "password-wrong", field: "password" });
  }
  const isKnown = await transact(viewer, now, async (tx) => {
    if (account.totpSealed !== null && !(await spendCode(tx, account, code ?? ""))) return false;
    await tx.client.session.update({ where: { id: viewer.sessionId }, data: { authenticatedAt: now.at } });
    record(tx, { action: "session:step-up", object: { kind: "session", id: viewer.sessionId }, reason: "own-account" });
    return true;
  });
  if (!isKnown) return fail({ code: "code-refused", field: "code" });
  await forgiveAttempt(keys, now.at);
  return ok({ returnTo });
}

/** Whether this person also has a second factor to show. */
export async function needsCode(viewer: PersonViewer): Promise<boolean> {
  const account = await prisma.account.findUniqueOrThrow({
    where: { id: viewer.accountId },
    select: { totpSealed: true },
  });
  return account.totpSealed !== null;
}
