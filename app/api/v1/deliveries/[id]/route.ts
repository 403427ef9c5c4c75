import { operations } from "@/lib/couplings/operations";
import { readDelivery } from "@/lib/couplings/queries/deliveries.server";
import { ok } from "@/lib/shared/result";
import { apiRoute, reply } from "@/lib/web/api-route.server";

export const GET = apiRoute(operations.readDelivery, async ({ viewer, now, reference }) =>
  reply(ok(await readDelivery(viewer, now, reference))),
);
