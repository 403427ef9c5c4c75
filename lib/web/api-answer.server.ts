import "server-only";
import { settings } from "@/lib/config/env.server";
import { problemAnswerOf, type Refusal } from "./problem-response";
import { dataHeaders } from "./security-headers";

interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

/** JSON for one asker. The proxy leaves the API alone, so what it puts on other answers is put on here. */
export function apiAnswer({ status, body, headers }: Answer): Response {
  const isHttps = settings().publicUrl?.startsWith("https:") ?? false;
  return Response.json(body, { status, headers: { ...dataHeaders(isHttps), ...headers } });
}

export function problemResponse(refusal: Refusal): Response {
  return apiAnswer(problemAnswerOf(refusal));
}
