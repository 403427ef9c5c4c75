import { operations } from "@/lib/couplings/operations";
import { presentChanged } from "@/lib/couplings/present";
import { correctReport } from "@/lib/reports/commands/correct-report.server";
import { apiRoute, reply } from "@/lib/web/api-route.server";

export const POST = apiRoute(
  operations.correctReport,
  async ({ viewer, now, reference, version = null, body: changes }) =>
    reply(presentChanged(await correctReport(viewer, { reference, version, changes }, now))),
);
