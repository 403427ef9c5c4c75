import { findViewer } from "@/lib/identity/viewer.server";
import { dropKeptForm } from "@/lib/reports/commands/keep-form.server";
import { keptFormTarget } from "@/lib/reports/kept-form";
import { parseInput } from "@/lib/shared/parse-input";
import { readFields } from "@/lib/web/form-fields";
import { requestForm } from "@/lib/web/request-form";
import { isFromOwnPage } from "@/lib/web/same-site";
import { seeOther } from "@/lib/web/see-other";

/** More than the largest of these forms. */
const bytesAtMost = 400_000;

/** The form begins anew: what was kept of it goes, and its page comes back as it was at first. */
export async function POST(request: Request): Promise<Response> {
  if (!isFromOwnPage(request.headers)) return new Response(null, { status: 403 });
  const form = await requestForm(request, bytesAtMost);
  const target = parseInput(keptFormTarget, form === null ? {} : readFields(form));
  if (!target.ok) return new Response(null, { status: 400 });
  const viewer = await findViewer();
  if (viewer === null) return seeOther("/inloggen");
  await dropKeptForm(viewer, target.value);
  return seeOther(target.value.place);
}
