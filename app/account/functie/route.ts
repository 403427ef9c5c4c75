import { mandateChoice } from "@/lib/identity/account-input";
import { switchMandate } from "@/lib/identity/commands/sessions.server";
import { safeReturnPath } from "@/lib/identity/return-path";
import { findViewer } from "@/lib/identity/viewer.server";
import { now } from "@/lib/shared/clock";
import { NotFound } from "@/lib/shared/problem";
import { requestForm } from "@/lib/web/request-form";
import { isFromOwnPage } from "@/lib/web/same-site";

/**
 * Goes on in another function: on its own start page, for what was open belonged to the one before, or on the page that
 * was not there in that one.
 */
export async function POST(request: Request): Promise<Response> {
  if (!isFromOwnPage(request.headers)) return new Response(null, { status: 403 });
  const viewer = await findViewer();
  if (viewer === null) return goTo("/inloggen");
  const form = await requestForm(request);
  const wanted = mandateChoice.safeParse({ mandateId: form?.get("mandateId") });
  if (!wanted.success) return new Response(null, { status: 404 });
  try {
    await switchMandate(viewer, wanted.data, now());
  } catch (error) {
    if (error instanceof NotFound) return new Response(null, { status: 404 });
    throw error;
  }
  return goTo(safeReturnPath(form?.get("terug")));
}

function goTo(path: string): Response {
  return new Response(null, { status: 303, headers: { Location: path, "Cache-Control": "no-store" } });
}
