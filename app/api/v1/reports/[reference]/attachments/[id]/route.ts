import { answerApiDownload } from "@/lib/web/api-files.server";

export async function GET(
  request: Request,
  { params }: RouteContext<"/api/v1/reports/[reference]/attachments/[id]">,
): Promise<Response> {
  return answerApiDownload(request, await params);
}
