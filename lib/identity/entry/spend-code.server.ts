import "server-only";
import type { Transaction } from "@/lib/audit/transact.server";
import { openText } from "@/lib/db/seal.server";
import { recoveryCodeHash } from "../recovery-codes.server";
import { totpStepOf } from "../totp";

interface Holder {
  readonly id: string;
  readonly totpSealed: string | null;
}

/** Spends a code of the telephone or a recovery code; false when it is wrong, or was spent before. */
export async function spendCode(tx: Transaction, account: Holder, code: string): Promise<boolean> {
  return (await spendTotpStep(tx, account, code)) || (await spendRecoveryCode(tx, account, code));
}

async function spendTotpStep(tx: Transaction, account: Holder, code: string): Promise<boolean> {
  if (account.totpSealed === null) return false;
  const step = totpStepOf(openText(account.totpSealed), code, tx.now.at);
  if (step === null) return false;
  // Each step once, also when two requests bring it at the same moment.
  const spent = await tx.client.account.updateMany({
    where: { id: account.id, OR: [{ totpLastStep: null }, { totpLastStep: { lt: step } }] },
    data: { totpLastStep: step },
  });
  return spent.count === 1;
}

async function spendRecoveryCode(tx: Transaction, account: Holder, code: string): Promise<boolean> {
  const spent = await tx.client.recoveryCode.updateMany({
    where: { accountId: account.id, codeHash: recoveryCodeHash(account.id, code), usedAt: null },
    data: { usedAt: tx.now.at },
  });
  return spent.count === 1;
}
