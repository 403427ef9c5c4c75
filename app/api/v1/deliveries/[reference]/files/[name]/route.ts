import { answerDeliveryDownload } from "@/lib/web/api-files.server";

export async function GET(
  request: Request,
  { params }: RouteContext<"/api/v1/deliveries/[reference]/files/[name]">,
): Promise<Response> {
  const { reference, name } = await params;
  return answerDeliveryDownload(request, { id: reference, name });
}
