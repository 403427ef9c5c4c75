import "server-only";
import { beginSending } from "@/lib/attachments/commands/begin-sending.server";
import { sendPart } from "@/lib/attachments/commands/send-part.server";
import { sendingInput } from "@/lib/attachments/inputs";
import { partBytes } from "@/lib/attachments/parts";
import { findHalfSent } from "@/lib/attachments/queries/half-sent.server";
import { findViewer } from "@/lib/identity/viewer.server";
import { now } from "@/lib/shared/clock";
import { fail } from "@/lib/shared/result";
import { orProblem, scriptAnswer } from "./paper-upload.server";
import { requestForm } from "./request-form";
import { onlyId } from "./search-params";

interface Place {
  readonly upload: string;
  readonly position: string;
}

/** The doorbell for what comes in parts: says as which, and which of them are there already. */
export async function answerSending(request: Request): Promise<Response> {
  const viewer = await findViewer();
  if (viewer === null) return scriptAnswer(fail({ code: "signed-out" }), "nl");
  const said = sendingInput.safeParse(Object.fromEntries((await requestForm(request)) ?? []));
  if (!said.success) return new Response(null, { status: 400 });
  return scriptAnswer(await orProblem(() => beginSending(viewer, said.data, now())), viewer.locale);
}

/** For the page that comes back while a file was on its way: its name stays here, and nowhere in the browser. */
export async function answerHalfSent(upload: string): Promise<Response> {
  const [viewer, uploadId] = [await findViewer(), onlyId(upload)];
  const half = viewer === null || uploadId === undefined ? null : await findHalfSent(viewer, uploadId);
  return half === null ? new Response(null, { status: 204 }) : Response.json(half);
}

/** The doorbell for a part of a file; only script rings it. */
export async function answerPart(request: Request, { upload, position }: Place): Promise<Response> {
  const [viewer, uploadId] = [await findViewer(), onlyId(upload)];
  if (viewer === null) return scriptAnswer(fail({ code: "signed-out" }), "nl");
  const { body, headers } = request;
  if (uploadId === undefined || body === null || !/^\d{1,3}$/.test(position))
    return new Response(null, { status: 400 });
  if (Number(headers.get("content-length") ?? 0) > partBytes) return new Response(null, { status: 413 });
  const kept = await orProblem(() => sendPart(viewer, { uploadId, position: Number(position), bytes: body }, now()));
  return scriptAnswer(kept, viewer.locale);
}
