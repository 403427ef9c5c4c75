import { listPapers } from "@/lib/attachments/queries.server";
import { operations } from "@/lib/couplings/operations";
import { presentPapers } from "@/lib/couplings/present-attachment";
import { findReport } from "@/lib/reports/queries.server";
import { ok } from "@/lib/shared/result";
import { answerApiUpload } from "@/lib/web/api-files.server";
import { apiRoute, reply } from "@/lib/web/api-route.server";

export const GET = apiRoute(operations.listAttachments, async ({ viewer, now, reference }) => {
  const report = await findReport(viewer, now, reference);
  return reply(ok(presentPapers(report.reference, await listPapers(viewer, reference))));
});

export async function POST(
  request: Request,
  { params }: RouteContext<"/api/v1/reports/[reference]/attachments">,
): Promise<Response> {
  return answerApiUpload(request, (await params).reference);
}
