import { operations } from "@/lib/couplings/operations";
import { presentChanged } from "@/lib/couplings/present";
import { withdrawReport } from "@/lib/reports/commands/withdraw-report.server";
import { apiRoute, reply } from "@/lib/web/api-route.server";

export const POST = apiRoute(operations.withdrawReport, async ({ viewer, now, reference, version, body: { reason } }) =>
  reply(presentChanged(await withdrawReport(viewer, { reference, version, reason }, now))),
);
