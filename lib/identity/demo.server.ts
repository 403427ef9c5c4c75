import "server-only";
import { prisma } from "@/lib/db/client.server";
import { NotAllowed } from "@/lib/shared/problem";
import type { SystemViewer } from "./viewer";

const key = "demo";

/** Only the database itself can say that it is a demo. */
export async function isDemoDatabase(): Promise<boolean> {
  const setting = await prisma.deskSetting.findUnique({ where: { key } });
  return setting?.value === true;
}

export async function markAsDemo(viewer: SystemViewer): Promise<void> {
  if (viewer.name !== "seed") throw new NotAllowed("mark this database as a demo");
  await prisma.deskSetting.upsert({ where: { key }, create: { key, value: true }, update: { value: true } });
}
