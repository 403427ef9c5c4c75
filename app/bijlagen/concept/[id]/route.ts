import { draftPaperLine } from "@/components/attachments/paper-text";
import { answerDraftUpload } from "@/lib/web/draft-paper-upload.server";
import { onlyId } from "@/lib/web/search-params";

/** A paper for the report that is being written under this id. */
export async function POST(request: Request, { params }: RouteContext<"/bijlagen/concept/[id]">): Promise<Response> {
  const id = onlyId((await params).id);
  if (id === undefined) return new Response(null, { status: 404 });
  return answerDraftUpload(request, id, draftPaperLine);
}
