import { operations } from "@/lib/couplings/operations";
import { readChanges } from "@/lib/couplings/queries.server";
import { apiRoute, reply } from "@/lib/web/api-route.server";

export const GET = apiRoute(operations.readChanges, async ({ viewer, now, query }) =>
  reply(await readChanges(viewer, now, query)),
);
