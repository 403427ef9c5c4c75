import { getLocale } from "next-intl/server";
import { formatTime } from "@/lib/i18n/format";
import { findViewer } from "@/lib/identity/viewer.server";
import { saveDraft } from "@/lib/reports/commands/save-draft.server";
import { draftFrom, draftInput } from "@/lib/reports/draft";
import { now } from "@/lib/shared/clock";
import { parseInput } from "@/lib/shared/parse-input";
import { within } from "@/lib/web/deadline";
import { readParams } from "@/lib/web/form-fields";
import { formPatienceMilliseconds, problemOfFailure } from "@/lib/web/form-refusal.server";
import { isFromOwnPage } from "@/lib/web/same-site";

/** More than the longest report with all its fields. */
const bytesAtMost = 400_000;
const headers = { "Cache-Control": "no-store" };

/** A page sends what was typed in it so far. 401: nobody is signed in, and nothing was kept. */
export async function POST(request: Request): Promise<Response> {
  if (!isFromOwnPage(request.headers)) return refusal(403);
  if (Number(request.headers.get("content-length") ?? bytesAtMost + 1) > bytesAtMost) return refusal(413);
  const input = parseInput(draftInput, draftFrom(readParams(await request.text())));
  if (!input.ok) return refusal(422);
  const keep = async () => {
    const viewer = await findViewer();
    if (viewer === null) return refusal(401);
    const moment = now();
    const kept = await saveDraft(viewer, input.value, moment);
    return Response.json({ ...kept, at: formatTime(moment.at, await getLocale()) }, { headers });
  };
  try {
    return await within(formPatienceMilliseconds, keep());
  } catch (error) {
    return refusal(problemOfFailure(error).code === "not-allowed" ? 403 : 503);
  }
}

function refusal(status: number): Response {
  return new Response(null, { status, headers });
}
