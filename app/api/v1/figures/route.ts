import { operations } from "@/lib/couplings/operations";
import { readFigures } from "@/lib/couplings/queries/figures.server";
import { apiRoute, reply } from "@/lib/web/api-route.server";

export const GET = apiRoute(operations.readFigures, async ({ viewer, query, now }) =>
  reply(await readFigures(viewer, query, now)),
);
