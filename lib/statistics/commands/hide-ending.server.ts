import "server-only";
import { record } from "@/lib/audit/record.server";
import { transact } from "@/lib/audit/transact.server";
import type { PersonViewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import type { Now } from "@/lib/shared/clock";
import { NotFound } from "@/lib/shared/problem";
import { ok, type Result } from "@/lib/shared/result";
import { ownEndings } from "@/lib/statistics/own-endings";

/** Somebody has read that what he followed ended; read twice, or somebody else's, it changes nothing. */
export async function hideEnding(
  viewer: PersonViewer,
  { id }: { readonly id: string },
  now: Now,
): Promise<Result<null>> {
  if (!can(viewer, "figures:read", {})) throw new NotFound("figures");
  return transact(viewer, now, async (tx) => {
    const { count } = await tx.client.figureEnding.deleteMany({ where: { AND: [{ id }, ownEndings(viewer)] } });
    if (count > 0) record(tx, { action: "figures:hide-ending", object: { kind: "figures", id }, reason: "own-duty" });
    return ok(null);
  });
}
