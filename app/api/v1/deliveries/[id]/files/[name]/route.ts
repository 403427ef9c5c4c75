import { answerDeliveryDownload } from "@/lib/web/api-files.server";

export async function GET(
  request: Request,
  { params }: RouteContext<"/api/v1/deliveries/[id]/files/[name]">,
): Promise<Response> {
  return answerDeliveryDownload(request, await params);
}
