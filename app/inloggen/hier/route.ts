import { getLocale } from "next-intl/server";
import { z } from "zod";
import { keepSealed, keepSession, readSealed } from "@/lib/identity/cookies.server";
import { resumeAs } from "@/lib/identity/entry/resume-session.server";
import { finishSignIn, type SignInOutcome, signIn } from "@/lib/identity/entry/sign-in.server";
import { halfSignInMinutes } from "@/lib/identity/half-sign-in.server";
import { now } from "@/lib/shared/clock";
import { requestDevice } from "@/lib/web/client-address.server";
import { within } from "@/lib/web/deadline";
import { readParams } from "@/lib/web/form-fields";
import { formPatienceMilliseconds, problemOfFailure } from "@/lib/web/form-refusal.server";
import { problemSentence } from "@/lib/web/problem-sentence";
import { isFromOwnPage } from "@/lib/web/same-site";

const sitter = { accountId: z.uuid(), mandateId: z.uuid() };
const first = z.object({ ...sitter, email: z.string().max(254), password: z.string().max(1000) });
const second = z.object({ ...sitter, code: z.string().max(40) });
const given = z.union([second, first]);
type Given = z.output<typeof given>;
/** An address, a password and a code; whoever asks is not known yet. */
const bytesAtMost = 5_000;

/** Signs in over a page that stays: its own person goes on there, anybody else begins elsewhere. */
export async function POST(request: Request): Promise<Response> {
  if (!isFromOwnPage(request.headers)) return new Response(null, { status: 403 });
  if (Number(request.headers.get("content-length") ?? bytesAtMost + 1) > bytesAtMost) {
    return new Response(null, { status: 413 });
  }
  const fields = given.safeParse(readParams(await request.text()));
  if (!fields.success) return new Response(null, { status: 400 });
  try {
    return await within(formPatienceMilliseconds, answer(fields.data));
  } catch (error) {
    return refusal(problemOfFailure(error));
  }
}

async function answer(fields: Given): Promise<Response> {
  const moment = now();
  const outcome = await attempt(fields, moment);
  if (outcome.kind === "refused") return refusal(outcome.problem);
  if (outcome.kind === "code-needed") {
    await keepSealed("half", outcome.half, halfSignInMinutes);
    return Response.json({ kind: "code-needed" });
  }
  await keepSession(outcome.session, outcome.deviceMark);
  const left = await resumeAs(fields, outcome.session, moment);
  return Response.json(left === null ? { kind: "other" } : { kind: "resumed", left });
}

async function attempt(fields: Given, moment: ReturnType<typeof now>): Promise<SignInOutcome> {
  const device = await requestDevice("own");
  if ("code" in fields) return finishSignIn((await readSealed("half")) ?? "", fields.code, device, moment);
  const { email, password } = fields;
  return signIn({ email, password }, device, moment);
}

async function refusal(problem: Parameters<typeof problemSentence>[0]): Promise<Response> {
  return Response.json({ kind: "refused", sentence: problemSentence(problem, await getLocale()) });
}
