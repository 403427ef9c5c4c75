import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { openPaper } from "@/lib/attachments/commands/open-paper.server";
import { limits } from "@/lib/attachments/limits";
import type { SentFile } from "@/lib/attachments/received.server";
import { attachmentFields } from "@/lib/couplings/attachment-answers";
import { addPaperOnce } from "@/lib/couplings/commands/add-paper-once.server";
import { paperHash, type Reply, repeat } from "@/lib/couplings/idempotency.server";
import { operations } from "@/lib/couplings/operations";
import type { Caller } from "@/lib/couplings/tokens.server";
import { takeFile } from "@/lib/deliveries/commands/take-file.server";
import { type Now, now } from "@/lib/shared/clock";
import { fail, type Result } from "@/lib/shared/result";
import { problemResponse } from "./api-answer.server";
import { parseApiInput } from "./api-input";
import { admit, failureResponse, readKey, replyResponse } from "./api-route.server";
import { fileAnswer } from "./file-answer.server";
import { FormBroken, type FormFile, takeFiles } from "./multipart.server";
import { paperResponse } from "./paper-download.server";
import type { Refusal } from "./problem-response";

type Refused = Pick<Refusal, "problems" | "status" | "headers">;

const room = { files: 1, bytesPerFile: limits.bytesPerFile };

interface Place {
  readonly reference: string;
  readonly id: string;
}

/** The doorbell for a file that comes in: it is read while it arrives, and only after it is known who sends it. */
export async function answerApiUpload(request: Request, reference: string): Promise<Response> {
  return answering(async (traceId) => {
    const answer = await take(request, reference);
    return "problems" in answer ? problemResponse({ ...answer, traceId }) : replyResponse(answer);
  });
}

/** The doorbell for a file that goes out. */
export async function answerApiDownload(request: Request, place: Place): Promise<Response> {
  return answering(async (traceId) => {
    const at = now();
    const caller = await admit({ operation: operations.readAttachment, request, reference: place.reference }, at);
    if ("problems" in caller) return problemResponse({ ...caller, traceId });
    return paperResponse(await openPaper(caller.viewer, place, at));
  });
}

interface DeliveredFile {
  readonly id: string;
  readonly name: string;
}

/** The doorbell for a file of a delivery. */
export async function answerDeliveryDownload(request: Request, asked: DeliveredFile): Promise<Response> {
  return answering(async (traceId) => {
    const at = now();
    const caller = await admit({ operation: operations.readDeliveryFile, request, reference: asked.id }, at);
    if ("problems" in caller) return problemResponse({ ...caller, traceId });
    const taken = await takeFile(caller.viewer, asked, at);
    return taken.ok
      ? fileAnswer({ ...taken.value, name: taken.value.title })
      : problemResponse({ problems: taken.problems, traceId });
  });
}

async function answering(work: (traceId: string) => Promise<Response>): Promise<Response> {
  const traceId = randomUUID();
  try {
    return await work(traceId);
  } catch (error) {
    if (error instanceof FormBroken) return problemResponse({ problems: [{ code: error.code }], traceId });
    return failureResponse(error, traceId);
  }
}

async function take(request: Request, reference: string): Promise<Reply | Refused> {
  const at = now();
  const operation = operations.addAttachment;
  const caller = await admit({ operation, request, reference }, at);
  if ("problems" in caller) return caller;
  const key = readKey(operation, request.headers);
  if (!key.ok) return key;
  if (!isForm(request)) return { problems: [{ code: "form-expected" }] };
  const [first] = await takeFiles(request, room, (file) => takeOne({ caller, reference, key: key.value, at }, file));
  const taken = first ?? fail({ code: "file-missing", field: "file" });
  return "problems" in taken ? taken : taken.value;
}

interface Ringing {
  readonly caller: Caller;
  readonly reference: string;
  readonly key: string;
  readonly at: Now;
}

async function takeOne(ringing: Ringing, form: FormFile): Promise<Result<Reply> | Refused> {
  const { name, fields } = form;
  const bytes = untilFormEnds(form);
  const given = parseApiInput(attachmentFields, Object.fromEntries(fields));
  if (!given.ok) return given.refusal;
  const { caller, reference, key, at } = ringing;
  const { kind, size, sha256 } = given.value;
  const file: SentFile = { name, bytes, size, sha256 };
  if (caller.earlier === null) return addPaperOnce(caller.viewer, { key, reference, kind, file }, at);
  return repeat({ key, bodyHash: paperHash({ reference, kind }, await fingerprintOf(bytes)) }, caller.earlier);
}

/** What a late field says about the file would be lost without a word: such a form is refused before the file is kept. */
async function* untilFormEnds({ bytes, late }: FormFile): AsyncGenerator<Uint8Array> {
  yield* bytes;
  const [field] = await late;
  if (field !== undefined) throw new FormBroken("a field came after the file", { code: "field-after-file" });
}

function isForm({ headers }: Request): boolean {
  return /^multipart\/form-data\s*;/i.test(headers.get("content-type") ?? "");
}

async function fingerprintOf(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of bytes) hash.update(chunk);
  return hash.digest("hex");
}
