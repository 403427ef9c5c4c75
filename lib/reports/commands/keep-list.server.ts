import "server-only";
import type { z } from "zod";
import { usualReason } from "@/lib/audit/entry";
import { record } from "@/lib/audit/record.server";
import { transact } from "@/lib/audit/transact.server";
import type { PersonViewer } from "@/lib/identity/viewer";
import type { Now } from "@/lib/shared/clock";
import { NotFound } from "@/lib/shared/problem";
import { fail, ok, type Result } from "@/lib/shared/result";
import { type KeptListInput, type keptListTarget, mostKeptLists } from "../kept-lists";

/** Keeps a choice from the list by its name; the same name again replaces what was kept. */
export async function keepList(
  viewer: PersonViewer,
  { name, query }: KeptListInput,
  now: Now,
): Promise<Result<{ readonly query: string }>> {
  if (viewer.kind !== "school") throw new NotFound("reports");
  const { accountId, organisationId } = viewer;
  const own = { accountId, organisationId };
  return transact(viewer, now, async (tx) => {
    if ((await tx.client.keptList.count({ where: { ...own, NOT: { name } } })) >= mostKeptLists)
      return fail({ code: "too-many-lists", field: "name" });
    const { id } = await tx.client.keptList.upsert({
      where: { accountId_organisationId_name: { ...own, name } },
      create: { ...own, name, query, savedAt: now.at },
      update: { query, savedAt: now.at },
      select: { id: true },
    });
    record(tx, { action: "report:keep-list", object: { kind: "report", id }, reason: usualReason(viewer) });
    return ok({ query });
  });
}

/** Takes away what one kept oneself. */
export async function dropList(
  viewer: PersonViewer,
  { id }: z.output<typeof keptListTarget>,
  now: Now,
): Promise<Result<null>> {
  const { accountId, organisationId } = viewer;
  return transact(viewer, now, async (tx) => {
    const { count } = await tx.client.keptList.deleteMany({ where: { id, accountId, organisationId } });
    if (count === 0) throw new NotFound("list");
    record(tx, { action: "report:drop-list", object: { kind: "report", id }, reason: usualReason(viewer) });
    return ok(null);
  });
}
