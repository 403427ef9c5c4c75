import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { log } from "@/lib/config/log.server";
import { type Credentials, type IssuedToken, issueToken } from "@/lib/couplings/commands/issue-token.server";
import { systemViewer } from "@/lib/identity/viewer";
import { now } from "@/lib/shared/clock";
import { fail, ok, type Result } from "@/lib/shared/result";
import { apiAnswer, problemResponse } from "./api-answer.server";
import { readText } from "./api-body";
import { problemOfFailure } from "./api-failure";
import { parseApiInput } from "./api-input";
import { within } from "./deadline";
import { parseStrictJson } from "./strict-json";

const patienceMilliseconds = 5_000;
const challenge = { "www-authenticate": 'Basic realm="verzuimloket", charset="UTF-8"' };

/** Gives a token for client credentials (RFC 6749, 4.4): HTTP Basic, with a form, JSON or nothing as body. */
export async function answerTokenRequest(request: Request, network: string): Promise<Response> {
  const traceId = randomUUID();
  try {
    const issued = await within(patienceMilliseconds, answerTo(request, network));
    if (issued.ok) return tokenResponse(issued.value);
    const isUnknown = issued.problems[0]?.code === "client-refused";
    return problemResponse({ problems: issued.problems, traceId, ...(isUnknown ? { headers: challenge } : {}) });
  } catch (error) {
    const problem = problemOfFailure(error);
    log().error({ err: error, traceId }, "a token could not be given");
    return problemResponse({ problems: [problem], traceId });
  }
}

async function answerTo(request: Request, network: string): Promise<Result<IssuedToken>> {
  const secret = readBasic(request.headers.get("authorization") ?? "");
  if (secret === null) return fail({ code: "client-refused" });
  const asked = await readScopes(request);
  if (!asked.ok) return asked;
  return issueToken(systemViewer("sign-in"), { ...secret, scopes: asked.value, network }, now());
}

function readBasic(header: string): Pick<Credentials, "clientId" | "clientSecret"> | null {
  const encoded = /^Basic +([A-Za-z0-9+/]+=*)$/i.exec(header)?.[1];
  if (encoded === undefined || encoded.length > 1_000) return null;
  const text = Buffer.from(encoded, "base64").toString();
  const at = text.indexOf(":");
  return at === -1 ? null : { clientId: text.slice(0, at), clientSecret: text.slice(at + 1) };
}

const question = z.strictObject({
  grant_type: z.literal("client_credentials", { error: "grant-unsupported" }),
  scope: z.string().max(500).optional(),
});

/** Null: everything that the client may. */
async function readScopes(request: Request): Promise<Result<readonly string[] | null>> {
  if (request.headers.get("content-type") === null) return ok(null);
  const text = await readText(request, ["application/x-www-form-urlencoded", "application/json"]);
  if (!text.ok) return text;
  const given = readQuestion(request.headers.get("content-type") ?? "", text.value);
  if (!given.ok) return given;
  const parsed = parseApiInput(question, given.value);
  if (!parsed.ok) return fail({ code: "grant-unsupported", field: "grant_type" });
  const scopes = parsed.value.scope?.split(" ").filter((scope) => scope !== "") ?? [];
  return ok(scopes.length === 0 ? null : scopes);
}

function readQuestion(type: string, text: string): Result<unknown> {
  if (text.trim() === "") return ok({ grant_type: "client_credentials" });
  if (type.toLowerCase().startsWith("application/json")) return parseStrictJson(text);
  return ok(Object.fromEntries(new URLSearchParams(text)));
}

function tokenResponse({ token, lifetimeSeconds, scopes }: IssuedToken): Response {
  const body = { access_token: token, token_type: "Bearer", expires_in: lifetimeSeconds, scope: scopes.join(" ") };
  return apiAnswer({ status: 200, body, headers: { Pragma: "no-cache" } });
}
