import "server-only";
import type { z } from "zod";
import { record } from "@/lib/audit/record.server";
import { transact } from "@/lib/audit/transact.server";
import type { PersonViewer } from "@/lib/identity/viewer";
import type { Now } from "@/lib/shared/clock";
import { NotAllowed } from "@/lib/shared/problem";
import { ok, type Result } from "@/lib/shared/result";
import type { mailLevelInput } from "../inputs";
import { managedSchool } from "../managed-school";

/** The administrator of a school: so much may the mail about its reports say from now on. */
export function chooseMailLevel(
  viewer: PersonViewer,
  { level }: z.infer<typeof mailLevelInput>,
  now: Now,
): Promise<Result<null>> {
  const organisationId = managedSchool(viewer);
  if (organisationId === null) throw new NotAllowed("people:manage");
  const chosen = { level, chosenBy: viewer.name, chosenAt: now.at };
  return transact(viewer, now, async (tx) => {
    await tx.client.mailLevel.upsert({
      where: { organisationId },
      create: { organisationId, ...chosen },
      update: chosen,
    });
    record(tx, {
      action: "mail:level",
      object: { kind: "organisation", id: organisationId },
      reason: "administration",
    });
    return ok(null);
  });
}
