import "server-only";
import { sendPart } from "@/lib/attachments/commands/send-part.server";
import { partBytes } from "@/lib/attachments/parts";
import { findViewer } from "@/lib/identity/viewer.server";
import { now } from "@/lib/shared/clock";
import { fail } from "@/lib/shared/result";
import { orProblem, scriptAnswer } from "./paper-upload.server";
import { onlyId } from "./search-params";

interface Place {
  readonly upload: string;
  readonly position: string;
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
