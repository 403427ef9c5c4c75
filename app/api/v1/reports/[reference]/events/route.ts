import { narrateLabels } from "@/components/timeline/narrate-labels";
import { operations } from "@/lib/couplings/operations";
import { readEvents } from "@/lib/couplings/queries.server";
import { ok } from "@/lib/shared/result";
import { apiRoute, reply } from "@/lib/web/api-route.server";

export const GET = apiRoute(operations.readEvents, async ({ viewer, now, reference }) =>
  reply(ok(await readEvents(viewer, now, { reference, labels: narrateLabels }))),
);
