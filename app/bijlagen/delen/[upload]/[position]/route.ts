import { answerPart } from "@/lib/web/paper-part.server";

/** One part of a file that is sent in parts. */
export async function POST(
  request: Request,
  { params }: RouteContext<"/bijlagen/delen/[upload]/[position]">,
): Promise<Response> {
  return answerPart(request, await params);
}
