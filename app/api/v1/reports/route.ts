import { fileOnce } from "@/lib/couplings/commands/file-once.server";
import { operations } from "@/lib/couplings/operations";
import { listChangedReports } from "@/lib/couplings/queries.server";
import { apiRoute, reply } from "@/lib/web/api-route.server";

export const POST = apiRoute(operations.fileReport, ({ viewer, now, body, keyed }) =>
  fileOnce(viewer, { ...keyed, input: body }, now),
);

export const GET = apiRoute(operations.listReports, async ({ viewer, now, query }) =>
  reply(await listChangedReports(viewer, now, query)),
);
