import { mandateChoice } from "@/lib/identity/account-input";
import { switchMandate } from "@/lib/identity/commands/sessions.server";
import { findViewer } from "@/lib/identity/viewer.server";
import { now } from "@/lib/shared/clock";
import { NotFound } from "@/lib/shared/problem";
import { requestForm } from "@/lib/web/request-form";
import { isFromOwnPage } from "@/lib/web/same-site";

/** Goes on in another function, on its own start page: what was open belonged to the one before. */
export async function POST(request: Request): Promise<Response> {
  if (!isFromOwnPage(request.headers)) return new Response(null, { status: 403 });
  const viewer = await findViewer();
  if (viewer === null) return goTo("/inloggen");
  const wanted = mandateChoice.safeParse({ mandateId: (await requestForm(request))?.get("mandateId") });
  if (!wanted.success) return new Response(null, { status: 404 });
  try {
    await switchMandate(viewer, wanted.data, now());
  } catch (error) {
    if (error instanceof NotFound) return new Response(null, { status: 404 });
    throw error;
  }
  return goTo("/");
}

function goTo(path: string): Response {
  return new Response(null, { status: 303, headers: { Location: path, "Cache-Control": "no-store" } });
}
