import "server-only";
import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { log } from "@/lib/config/log.server";
import { bodyHash, type KeyedCall, type Reply, repeat } from "@/lib/couplings/idempotency.server";
import type { Operation } from "@/lib/couplings/operations";
import { rateLimiter } from "@/lib/couplings/rate-limit";
import { isIdempotencyKey } from "@/lib/couplings/submission";
import { type Caller, findCaller } from "@/lib/couplings/tokens.server";
import type { ClientViewer } from "@/lib/identity/viewer";
import { type Now, now } from "@/lib/shared/clock";
import type { Problem } from "@/lib/shared/problem";
import { fail, ok, type Result } from "@/lib/shared/result";
import { apiAnswer, problemResponse } from "./api-answer.server";
import { readText } from "./api-body";
import { problemOfFailure } from "./api-failure";
import { parseApiInput, readQuery } from "./api-input";
import { within } from "./deadline";
import type { Refusal } from "./problem-response";
import { parseStrictJson } from "./strict-json";

/** What a handler gets: who asks, what was asked, and how it is known again. */
export interface Call<Asked extends Operation> {
  readonly viewer: ClientViewer;
  readonly now: Now;
  readonly reference: string;
  readonly query: z.output<Asked["query"]>;
  readonly body: z.output<Asked["body"]>;
  /** The version that If-Match names; absent when the caller does not say. */
  readonly version?: number | undefined;
  /** Of a call that creates; otherwise its key is empty. */
  readonly keyed: KeyedCall;
}

type Handler<Asked extends Operation> = (call: Call<Asked>) => Promise<Result<Reply>>;

interface Context {
  /** Absent where the path has no variable part. */
  readonly params?: Promise<{ readonly reference?: string; readonly id?: string }> | undefined;
}

type Refused = Pick<Refusal, "problems" | "status" | "headers">;

const limiter = rateLimiter({ perSecond: 100, burst: 200 });
const patienceMilliseconds = 5_000;

/**
 * The doorbell of one call of the API: who rings, may he, how often, in what shape; then the command that the pages
 * give too. Every refusal is a problem with a code.
 */
export function apiRoute<Asked extends Operation>(operation: Asked, handler: Handler<Asked>) {
  return async (request: Request, context: Context): Promise<Response> => {
    const traceId = randomUUID();
    try {
      const { id = "", reference = id } = (await context.params) ?? {};
      const answer = await within(patienceMilliseconds, answerTo({ operation, request, reference }, handler));
      return "problems" in answer ? problemResponse({ ...answer, traceId }) : replyResponse(answer);
    } catch (error) {
      return failureResponse(error, traceId);
    }
  };
}

export function failureResponse(error: unknown, traceId: string): Response {
  const problem = problemOfFailure(error);
  if (problem.code === "internal-error") log().error({ err: error, traceId }, "a call of the API failed");
  if (problem.code === "database-away") log().error({ err: error, traceId }, "the database cannot be reached");
  return problemResponse({ problems: [problem], traceId });
}

/** What a question answers, as a reply with status 200. */
export function reply(answer: Result<unknown>): Result<Reply> {
  return answer.ok ? ok({ status: 200, body: answer.value }) : answer;
}

export interface Ring<Asked extends Operation> {
  readonly operation: Asked;
  readonly request: Request;
  readonly reference: string;
}

async function answerTo<Asked extends Operation>(ring: Ring<Asked>, handler: Handler<Asked>): Promise<Reply | Refused> {
  const at = now();
  const caller = await admit(ring, at);
  if ("problems" in caller) return caller;
  const call = await readCall(ring, caller, at);
  if ("problems" in call) return call;
  const earlier = caller.earlier !== null && ring.operation.creates ? repeat(call.keyed, caller.earlier) : null;
  const result = earlier ?? (await handler(call));
  if (result.ok) return result.value;
  const isStale = call.version !== undefined && result.problems[0]?.code === "report-changed";
  return { problems: result.problems, ...(isStale ? { status: 412 } : {}) };
}

export async function admit({ operation, request }: Ring<Operation>, at: Now): Promise<Caller | Refused> {
  const token = /^Bearer +(\S+)$/i.exec(request.headers.get("authorization") ?? "")?.[1];
  const key = operation.creates ? request.headers.get("idempotency-key") : null;
  const caller = token === undefined ? null : await findCaller(token, key, at);
  if (caller === null) return refuseToken(token === undefined ? "" : ', error="invalid_token"');
  const seconds = limiter.take(caller.viewer.clientId, at.at);
  if (seconds > 0) return refuse({ code: "rate-limited", facts: { seconds } });
  const missing = operation.scopes.find((scope) => !caller.viewer.scopes.includes(scope));
  if (missing === undefined) return caller;
  const challenge = `Bearer realm="verzuimloket", error="insufficient_scope", scope="${operation.scopes.join(" ")}"`;
  return {
    problems: [{ code: "scope-missing", facts: { scope: missing } }],
    headers: { "www-authenticate": challenge },
  };
}

function refuseToken(detail: string): Refused {
  return {
    problems: [{ code: "token-invalid" }],
    headers: { "www-authenticate": `Bearer realm="verzuimloket"${detail}` },
  };
}

async function readCall<Asked extends Operation>(
  { operation, request, reference }: Ring<Asked>,
  { viewer }: Caller,
  at: Now,
): Promise<Call<Asked> | Refused> {
  const key = readKey(operation, request.headers);
  if (!key.ok) return key;
  const given = readQuery(request.url);
  if (!given.ok) return given;
  const query = parseApiInput<Asked["query"]>(operation.query, given.value);
  if (!query.ok) return query.refusal;
  const text = await readBody(operation, request);
  if (!text.ok) return text;
  const json = text.value === null ? ok(undefined) : parseStrictJson(text.value);
  if (!json.ok) return json;
  const body = parseApiInput<Asked["body"]>(operation.body, json.value);
  if (!body.ok) return body.refusal;
  return {
    viewer,
    now: at,
    reference,
    query: query.value,
    body: body.value,
    version: operation.changes ? readVersion(request.headers.get("if-match")) : undefined,
    keyed: { key: key.value, bodyHash: bodyHash(operation.path, text.value ?? "") },
  };
}

export function readKey({ creates }: Operation, headers: Headers): Result<string> {
  if (!creates) return ok("");
  const key = headers.get("idempotency-key") ?? "";
  if (key === "") return fail({ code: "idempotency-key-missing" });
  return isIdempotencyKey(key) ? ok(key) : fail({ code: "idempotency-key-invalid" });
}

async function readBody({ method }: Operation, request: Request): Promise<Result<string | null>> {
  return method === "GET" ? ok(null) : readText(request, ["application/json"]);
}

/** A mark that this desk never gave is as stale as an old one. */
function readVersion(ifMatch: string | null): number | undefined {
  if (ifMatch === null || ifMatch.trim() === "*") return undefined;
  return Number(/^"(\d{1,9})"$/.exec(ifMatch.trim())?.[1] ?? 0);
}

function refuse(...problems: readonly Problem[]): Refused {
  return { problems };
}

export function replyResponse({ status, body }: Reply): Response {
  return apiAnswer({ status, body, headers: headersOf(status, body) });
}

function headersOf(status: number, body: unknown): Readonly<Record<string, string>> {
  if (typeof body !== "object" || body === null) return {};
  const self =
    "links" in body && typeof body.links === "object" && body.links !== null ? Reflect.get(body.links, "self") : null;
  return {
    ...("version" in body ? { etag: `"${String(body.version)}"` } : {}),
    ...(status === 201 && typeof self === "string" ? { location: self } : {}),
  };
}
