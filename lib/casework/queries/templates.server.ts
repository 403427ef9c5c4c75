import "server-only";
import { prisma } from "@/lib/db/client.server";
import type { Viewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import { NotAllowed } from "@/lib/shared/problem";
import type { OfficeText } from "../template-kinds";
import { readTexts, usableTexts } from "../texts";

/** The texts of the own office, for who keeps them; they are about nobody. */
export async function listTemplates(viewer: Viewer): Promise<readonly OfficeText[]> {
  if (viewer.kind !== "office" || !can(viewer, "templates:keep", { officeId: viewer.officeId })) {
    throw new NotAllowed("templates:keep");
  }
  const { where, ...rest } = usableTexts;
  return readTexts(await prisma.officeTemplate.findMany({ where: { ...where, officeId: viewer.officeId }, ...rest }));
}
