import { operations } from "@/lib/couplings/operations";
import { readDeliveries } from "@/lib/couplings/queries/deliveries.server";
import { ok } from "@/lib/shared/result";
import { apiRoute, reply } from "@/lib/web/api-route.server";

export const GET = apiRoute(operations.listDeliveries, async ({ viewer, now }) =>
  reply(ok(await readDeliveries(viewer, now))),
);
