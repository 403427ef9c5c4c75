import "server-only";
import { prisma } from "@/lib/db/client.server";
import type { ClientViewer, OfficeViewer, Viewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import { NotFound } from "@/lib/shared/problem";
import type { OwnRegion } from "./views";

type DeliveryAction = "delivery:read" | "delivery:ask" | "delivery:mark";

/** The region whose deliveries this viewer may see; whoever has none finds nothing. */
export async function ownRegion(viewer: Viewer, action: DeliveryAction): Promise<OwnRegion> {
  const region = await findOwnRegion(viewer, action);
  if (region === null) throw new NotFound("delivery");
  return region;
}

/** Null: this viewer may not, or works for an office that is no regional point. */
export async function findOwnRegion(viewer: Viewer, action: DeliveryAction): Promise<OwnRegion | null> {
  if (!hasOffice(viewer) || !can(viewer, action, { officeId: viewer.officeId })) return null;
  const [region] = await prisma.$queryRaw<OwnRegion[]>`SELECT r.number, r.name FROM offices o
    JOIN regions r ON r.number = o.region_number WHERE o.id = ${viewer.officeId}::uuid AND o.kind = 'regional'`;
  return region ?? null;
}

function hasOffice(viewer: Viewer): viewer is OfficeViewer | (ClientViewer & { readonly officeId: string }) {
  return viewer.kind === "office" || (viewer.kind === "client" && viewer.officeId !== null);
}
