import "server-only";
import { prisma } from "@/lib/db/client.server";
import { sealText } from "@/lib/db/seal.server";
import { isUniqueViolation } from "@/lib/db/unique.server";
import type { PersonViewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import type { Now } from "@/lib/shared/clock";
import { newId } from "@/lib/shared/ids";
import { NotAllowed } from "@/lib/shared/problem";
import { fail, ok, type Result } from "@/lib/shared/result";
import { limits } from "../limits";
import { partsPerFile, partsPerSender } from "../parts";
import { dropParts } from "../parts.server";

interface ComingFile {
  /** The address to which the whole file goes. */
  readonly place: string;
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
  /** What is there of it made no whole, and goes. */
  readonly isAnew: boolean;
}

/** As which its parts are sent, and which of them are there already. */
interface Begun {
  readonly uploadId: string;
  readonly positions: readonly number[];
}

const filesAtOnce = partsPerSender / partsPerFile;

/**
 * Says that a file comes in parts. The same file at the same place is the same sending: it goes on with the parts that
 * are missing, also when the page that began it is gone.
 */
export async function beginSending(viewer: PersonViewer, file: ComingFile, now: Now): Promise<Result<Begun>> {
  if (!can(viewer, "attachment:begin", {})) throw new NotAllowed("attachment:begin");
  if (file.size > limits.bytesPerFile) return fail({ code: "file-too-large" });
  const begun = await findBegun(viewer, file);
  if (begun !== null && !file.isAnew) return ok(begun);
  if (begun !== null) await dropParts(viewer, begun.uploadId);
  const { accountId } = viewer;
  if ((await prisma.attachmentSending.count({ where: { ownerId: accountId } })) >= filesAtOnce) {
    return fail({ code: "papers-too-many", facts: { limit: limits.filesPerSenderPerDay } });
  }
  return ok(
    (await insert(viewer, file, now)) ?? (await findBegun(viewer, file)) ?? { uploadId: newId(), positions: [] },
  );
}

async function findBegun({ accountId }: PersonViewer, { place, sha256 }: ComingFile): Promise<Begun | null> {
  const sending = await prisma.attachmentSending.findFirst({
    where: { ownerId: accountId, place, sha256 },
    select: { uploadId: true },
  });
  if (sending === null) return null;
  const { uploadId } = sending;
  const parts = await prisma.attachmentPart.findMany({
    where: { ownerId: accountId, uploadId },
    orderBy: { position: "asc" },
    select: { position: true },
  });
  return { uploadId, positions: parts.map(({ position }) => position) };
}

/** Null: another page of the same sender was first. */
async function insert(viewer: PersonViewer, file: ComingFile, now: Now): Promise<Begun | null> {
  const { place, name, size, sha256 } = file;
  const uploadId = newId();
  try {
    await prisma.attachmentSending.create({
      data: {
        ownerId: viewer.accountId,
        uploadId,
        place,
        nameSealed: sealText(name),
        byteCount: size,
        sha256,
        startedAt: now.at,
      },
    });
    return { uploadId, positions: [] };
  } catch (error) {
    if (isUniqueViolation(error)) return null;
    throw error;
  }
}
