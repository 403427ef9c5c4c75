import { keepDraft } from "@/lib/conversation/commands/keep-draft.server";
import { draftInput } from "@/lib/conversation/inputs";
import { findViewer } from "@/lib/identity/viewer.server";
import { now } from "@/lib/shared/clock";
import { parseInput } from "@/lib/shared/parse-input";
import { NotAllowed, NotFound } from "@/lib/shared/problem";
import { readFields, withoutEmpty } from "@/lib/web/form-fields";
import { requestForm } from "@/lib/web/request-form";
import { isFromOwnPage } from "@/lib/web/same-site";

/** A page keeps what somebody is typing. 204: kept; anything else: it stands only in the page. */
export async function POST(request: Request): Promise<Response> {
  return new Response(null, { status: await keep(request), headers: { "Cache-Control": "no-store" } });
}

async function keep(request: Request): Promise<number> {
  if (!isFromOwnPage(request.headers)) return 403;
  const viewer = await findViewer();
  if (viewer === null) return 401;
  const form = await requestForm(request);
  if (form === null) return 400;
  const input = parseInput(draftInput, withoutEmpty(readFields(form)));
  if (!input.ok) return 422;
  try {
    await keepDraft(viewer, input.value, now());
    return 204;
  } catch (error) {
    if (error instanceof NotFound || error instanceof NotAllowed) return 404;
    throw error;
  }
}
