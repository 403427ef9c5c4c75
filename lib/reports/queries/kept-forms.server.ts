import "server-only";
import { prisma } from "@/lib/db/client.server";
import type { PersonViewer } from "@/lib/identity/viewer";
import { openWords } from "../draft-rows.server";
import type { FormValues } from "../form-values";

/** What this viewer typed in a form that he did not send, in the function of now. Null: nothing. */
export async function findKeptForm(viewer: PersonViewer, place: string): Promise<FormValues | null> {
  const { accountId: ownerId, organisationId } = viewer;
  const kept = await prisma.keptForm.findUnique({
    where: { ownerId_organisationId_place: { ownerId, organisationId, place } },
    select: { wordsSealed: true },
  });
  return kept === null ? null : openWords(kept.wordsSealed);
}
