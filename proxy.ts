import { type NextRequest, NextResponse } from "next/server";
import { settings } from "@/lib/config/env.server";
import { isAllowedHost } from "@/lib/web/allowed-host";
import { answerKindOf } from "@/lib/web/answer-kind";
import { filePolicy, pagePolicy } from "@/lib/web/content-policy";
import { isFromOwnPage } from "@/lib/web/same-site";
import { securityHeaders } from "@/lib/web/security-headers";

// The bundler replaces it by a constant.
const isDevelopment = process.env.NODE_ENV === "development";

/**
 * Sees every request but those of the API, and decides on nobody's rights: it refuses names that are not the desk's and
 * forms that come from elsewhere, and puts on each answer what a browser must know to be careful with it.
 */
export function proxy(request: NextRequest): NextResponse {
  const { publicUrl } = settings();
  const isHttps = publicUrl?.startsWith("https:") ?? false;
  if (!hostsOf(request).every((host) => isAllowedHost(host, publicUrl))) {
    return refuse(400, "This desk is not known by that name.\n", isHttps);
  }
  if (isForeignForm(request)) return refuse(403, "This form was not sent from a page of this desk.\n", isHttps);
  const kind = answerKindOf(request.nextUrl.pathname);
  return kind === "page" ? page(request, isHttps) : file(kind === "api", isHttps);
}

/** A forwarded name is checked like the real one: Next compares origins with it. */
function hostsOf(request: NextRequest): readonly (string | null)[] {
  const forwarded = request.headers.get("x-forwarded-host");
  const host = request.headers.get("host");
  return forwarded === null ? [host] : [host, forwarded];
}

function page(request: NextRequest, isHttps: boolean): NextResponse {
  const nonce = crypto.getRandomValues(Buffer.alloc(16)).toString("base64");
  const policy = pagePolicy({ nonce, isDevelopment, isHttps });
  const headers = new Headers(request.headers);
  // Next reads the nonce from here and puts it on its own scripts.
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Cache-Control", "private, no-store");
  return guarded(response, policy, isHttps);
}

function file(isPersonal: boolean, isHttps: boolean): NextResponse {
  const response = NextResponse.next();
  if (isPersonal) response.headers.set("Cache-Control", "private, no-store");
  return guarded(response, filePolicy, isHttps);
}

/** Next would refuse it too, but as a fault of ours. Reports of the browser about the content policy are no form. */
function isForeignForm(request: NextRequest): boolean {
  return request.method === "POST" && !request.nextUrl.pathname.startsWith("/api/") && !isFromOwnPage(request.headers);
}

function refuse(status: 400 | 403, sentence: string, isHttps: boolean): NextResponse {
  const response = new NextResponse(sentence, { status });
  response.headers.set("Cache-Control", "no-store");
  response.headers.set("Content-Type", "text/plain; charset=utf-8");
  return guarded(response, filePolicy, isHttps);
}

function guarded(response: NextResponse, policy: string, isHttps: boolean): NextResponse {
  response.headers.set("Content-Security-Policy", policy);
  for (const [name, value] of Object.entries(securityHeaders(isHttps))) response.headers.set(name, value);
  return response;
}

/**
 * The API is no browser's: its own door puts on the headers, for passing here costs a call nearly as much as all of
 * its other work.
 */
export const config = { matcher: ["/((?!api/v1(?:/|$)).*)"] };
