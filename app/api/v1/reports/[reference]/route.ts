import { operations } from "@/lib/couplings/operations";
import { readReport } from "@/lib/couplings/queries.server";
import { ok } from "@/lib/shared/result";
import { apiRoute, reply } from "@/lib/web/api-route.server";

export const GET = apiRoute(operations.readReport, async ({ viewer, now, reference }) =>
  reply(ok(await readReport(viewer, now, reference))),
);
