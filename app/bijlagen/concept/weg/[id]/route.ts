import { answerDraftRemoval } from "@/lib/web/draft-paper-upload.server";

/** Takes a paper away before the report is sent. */
export async function POST(
  _request: Request,
  { params }: RouteContext<"/bijlagen/concept/weg/[id]">,
): Promise<Response> {
  return answerDraftRemoval((await params).id);
}
