import "server-only";
import type { z } from "zod";
import { listDeliveryFiles } from "@/lib/deliveries/queries/delivery.server";
import { listDeliveries } from "@/lib/deliveries/queries.server";
import type { ClientViewer } from "@/lib/identity/viewer";
import type { Now } from "@/lib/shared/clock";
import { type deliveriesAnswer, toDeliveryAnswer, type wholeDeliveryAnswer } from "../delivery-answers";
import { apiPath } from "../operations";

export async function readDeliveries(viewer: ClientViewer, now: Now): Promise<z.output<typeof deliveriesAnswer>> {
  const { lines } = await listDeliveries(viewer, now);
  return { deliveries: lines.map((line) => toDeliveryAnswer(line, apiPath)) };
}

export async function readDelivery(
  viewer: ClientViewer,
  now: Now,
  id: string,
): Promise<z.output<typeof wholeDeliveryAnswer>> {
  const { line, files } = await listDeliveryFiles(viewer, now, id);
  const answer = toDeliveryAnswer(line, apiPath);
  return {
    ...answer,
    files: files.map((file) => ({ ...file, link: `${answer.links.self}/files/${encodeURIComponent(file.name)}` })),
  };
}
