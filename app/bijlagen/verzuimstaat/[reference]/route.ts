import { answerSheet } from "@/lib/web/paper-upload.server";

export async function POST(
  request: Request,
  { params }: RouteContext<"/bijlagen/verzuimstaat/[reference]">,
): Promise<Response> {
  return answerSheet(request, (await params).reference);
}
