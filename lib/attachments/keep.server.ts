import "server-only";
import type { Transaction } from "@/lib/audit/transact.server";
import { sealText } from "@/lib/db/seal.server";
import type { Now } from "@/lib/shared/clock";
import type { Result } from "@/lib/shared/result";
import type { ReceivedFile } from "./received.server";
import { throwAway, throwAwayIfPossible } from "./vault.server";

/** What was received is claimed once and for all, or leaves nothing behind. */
export async function keepOrThrowAway<Kept extends { readonly isAlreadyThere: boolean }>(
  { objectKey }: ReceivedFile,
  claim: () => Promise<Result<Kept>>,
): Promise<Result<Kept>> {
  try {
    const kept = await claim();
    if (!kept.ok || kept.value.isAlreadyThere) await throwAway(objectKey);
    return kept;
  } catch (error) {
    await throwAwayIfPossible(objectKey);
    throw error;
  }
}

/** False: the sweep took it in the meantime, and it cannot be claimed any more. */
export async function claimUpload({ client }: Transaction, { objectKey }: ReceivedFile): Promise<boolean> {
  const { count } = await client.attachmentUpload.deleteMany({ where: { objectKey } });
  return count > 0;
}

/** What is written down of a file, wherever it stands. */
export function fileColumns(file: ReceivedFile, now: Now) {
  return {
    format: file.format,
    nameSealed: sealText(file.name),
    sentSha256: file.sentSha256,
    byteCount: file.byteCount,
    sha256: file.sha256,
    objectKey: file.objectKey,
    fileKeySealed: file.fileKeySealed,
    uploadedAt: now.at,
    state: stateOf(file),
  };
}

export function stateOf({ waits }: ReceivedFile): "waiting" | "clean" {
  return waits ? "waiting" : "clean";
}
