import { setStatus } from "@/lib/couplings/commands/set-status.server";
import { operations } from "@/lib/couplings/operations";
import { presentChanged } from "@/lib/couplings/present";
import { apiRoute, reply } from "@/lib/web/api-route.server";

export const POST = apiRoute(operations.setStatus, async ({ viewer, now, reference, version, body: input }) =>
  reply(presentChanged(await setStatus(viewer, { reference, version, input }, now))),
);
