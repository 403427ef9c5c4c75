import { answerHalfSent } from "@/lib/web/paper-part.server";

/** How far a file is that was on its way when the page went. */
export async function GET(_request: Request, { params }: RouteContext<"/bijlagen/delen/[upload]">): Promise<Response> {
  return answerHalfSent((await params).upload);
}
