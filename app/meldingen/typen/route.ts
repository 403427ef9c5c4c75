import { findViewer } from "@/lib/identity/viewer.server";
import { keepForm } from "@/lib/reports/commands/keep-form.server";
import { keptFormInput } from "@/lib/reports/kept-form";
import { now } from "@/lib/shared/clock";
import { parseInput } from "@/lib/shared/parse-input";
import { within } from "@/lib/web/deadline";
import { readParams } from "@/lib/web/form-fields";
import { formPatienceMilliseconds, problemOfFailure } from "@/lib/web/form-refusal.server";
import { isFromOwnPage } from "@/lib/web/same-site";

/** More than the largest of these forms. */
const bytesAtMost = 400_000;

/** A page keeps what somebody is typing in it. 204: kept; anything else: it stands only in the page. */
export async function POST(request: Request): Promise<Response> {
  return new Response(null, { status: await keep(request), headers: { "Cache-Control": "no-store" } });
}

async function keep(request: Request): Promise<number> {
  if (!isFromOwnPage(request.headers)) return 403;
  if (Number(request.headers.get("content-length") ?? bytesAtMost + 1) > bytesAtMost) return 413;
  const { keptAs: place, ...words } = readParams(await request.text());
  const input = parseInput(keptFormInput, { place, words });
  if (!input.ok) return 422;
  try {
    const viewer = await findViewer();
    if (viewer === null) return 401;
    const kept = await within(formPatienceMilliseconds, keepForm(viewer, input.value, now()));
    return kept.ok ? 204 : 422;
  } catch (error) {
    return problemOfFailure(error).code === "not-allowed" ? 403 : 503;
  }
}
