import "server-only";
import { prisma } from "@/lib/db/client.server";
import type { ClientViewer, OfficeViewer, Viewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import { NotFound } from "@/lib/shared/problem";
import type { OwnRegion } from "./views";

/** The region whose deliveries this viewer may see; whoever has none finds nothing. */
export async function ownRegion(
  viewer: Viewer,
  action: "delivery:read" | "delivery:ask" | "delivery:mark",
): Promise<OwnRegion> {
  if (!hasOffice(viewer) || !can(viewer, action, { officeId: viewer.officeId })) throw new NotFound("delivery");
  const [region] = await prisma.$queryRaw<OwnRegion[]>`SELECT r.number, r.name FROM offices o
    JOIN regions r ON r.number = o.region_number WHERE o.id = ${viewer.officeId}::uuid AND o.kind = 'regional'`;
  if (region === undefined) throw new NotFound("delivery");
  return region;
}

function hasOffice(viewer: Viewer): viewer is OfficeViewer | (ClientViewer & { readonly officeId: string }) {
  return viewer.kind === "office" || (viewer.kind === "client" && viewer.officeId !== null);
}
