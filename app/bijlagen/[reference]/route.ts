import { answerUpload } from "@/lib/web/paper-upload.server";

export async function POST(request: Request, { params }: RouteContext<"/bijlagen/[reference]">): Promise<Response> {
  return answerUpload(request, (await params).reference);
}
