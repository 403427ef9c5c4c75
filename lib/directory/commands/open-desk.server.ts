import "server-only";
import { record } from "@/lib/audit/record.server";
import { transact } from "@/lib/audit/transact.server";
import { deskOrganisation } from "@/lib/directory/desk-organisation";
import type { SystemViewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import type { Now } from "@/lib/shared/clock";
import { newId } from "@/lib/shared/ids";
import { NotAllowed } from "@/lib/shared/problem";

/** Makes the desk itself an organisation, where it is not one yet: in an empty database, for its first administrator. */
export async function openDesk(viewer: SystemViewer, now: Now): Promise<void> {
  if (!can(viewer, "people:manage", { organisationId: "" })) throw new NotAllowed("make the desk an organisation");
  await transact(viewer, now, async (tx) => {
    const { code } = deskOrganisation;
    if ((await tx.client.organisation.findUnique({ where: { code } })) !== null) return;
    const { id } = await tx.client.organisation.create({
      data: { id: newId(), ...deskOrganisation, createdAt: now.at },
    });
    record(tx, { action: "desk:open", object: { kind: "organisation", id }, reason: "administration" });
  });
}
