import { apiMethodsAt } from "../couplings/api-methods.ts";
import { type Locale, localeCookieName, localeFor } from "../i18n/locale.ts";
import en from "../i18n/messages/en/failure.json" with { type: "json" };
import nl from "../i18n/messages/nl/failure.json" with { type: "json" };
import { isAllowedHost } from "./allowed-host.ts";
import { answerKindOf } from "./answer-kind.ts";
import { filePolicy, pagePolicy } from "./content-policy.ts";
import { doorProblem, problemType } from "./door-problem.ts";
import { isFromOwnPage } from "./same-site.ts";
import { dataHeaders, securityHeaders } from "./security-headers.ts";

// The modules from here down are also loaded by the server itself, before anything is bundled: hence their full names.

export interface Knock {
  readonly method: string;
  /** As it stands in the request, with its query. */
  readonly url: string;
  readonly header: (name: string) => string | null;
}

export interface House {
  readonly publicUrl: string | null;
  readonly isDevelopment: boolean;
  /** 128 random bits in base64, another time each. */
  readonly newNonce: () => string;
}

type Headers = Readonly<Record<string, string>>;

type RefusedStatus = 400 | 403 | 405 | 413;

export type Admission =
  | { readonly kind: "refused"; readonly status: RefusedStatus; readonly sentence: string; readonly headers: Headers }
  | {
      readonly kind: "admitted";
      /** For the answer. */
      readonly headers: Headers;
      /** For an answer that brings none of its own: Next keeps to what is set before it, and a file asks for less. */
      readonly usual: Headers;
      /** For the request, from which Next takes the nonce for its own scripts; null: no page. */
      readonly policy: string | null;
      /** It takes its share of the house, in which there is room for so many at once. */
      readonly isWork: boolean;
    };

/**
 * What every request meets first. It decides on nobody's rights: it refuses names that are not the desk's and forms
 * that come from elsewhere, and says what a browser must know to be careful with the answer.
 */
export function admit(knock: Knock, house: House): Admission {
  const isHttps = house.publicUrl?.startsWith("https:") ?? false;
  // With TRACE a page could read what a browser hides from it, and Next would say that it broke.
  if (knock.method === "TRACE") return refused(405, "", isHttps);
  const path = pathOf(knock.url);
  if (path === null) return refused(400, "This address is not written as the desk reads addresses.\n", isHttps);
  if (path.startsWith("/api/v1/") || path === "/api/v1") return admitToApi(path, knock.method, isHttps);
  if (!hostsOf(knock).every((host) => isAllowedHost(host, house.publicUrl))) {
    return refused(400, "This desk is not known by that name.\n", isHttps);
  }
  if (answerKindOf(path) === "page" && !pageMethods.has(knock.method)) return refused(405, "", isHttps);
  return refusedForm(knock, path, isHttps) ?? admitted(path, house, isHttps);
}

/** The API is no browser's: its own door puts on the headers. What has no door there, Next would refuse without a word. */
function admitToApi(path: string, method: string, isHttps: boolean): Admission {
  const methods = apiMethodsAt(path);
  if (methods === null || method === "OPTIONS" || methods.includes(method)) {
    return { kind: "admitted", headers: {}, usual: {}, policy: null, isWork: true };
  }
  const problem = {
    code: "method-not-allowed",
    title: "Dit kan hier niet",
    status: 405,
    detail: `Op dit adres kan alleen ${methods.join(", ")}.`,
  };
  return {
    kind: "refused",
    status: 405,
    sentence: doorProblem(problem, crypto.randomUUID()),
    headers: { ...dataHeaders(isHttps), "Content-Type": problemType, Allow: methods.join(", ") },
  };
}

/** The language of whoever knocks, as the pages find it too. */
export function languageOf({ header }: Pick<Knock, "header">): Locale {
  const chosen = new RegExp(`(?:^|;\\s*)${localeCookieName}=(\\w+)`).exec(header("cookie") ?? "")?.[1];
  return localeFor(chosen, header("accept-language"));
}

/**
 * Without dots that would lead elsewhere. Null: it names another desk too, or has escapes that spell no text; Next would
 * go along with the first, and break on the second.
 */
function pathOf(url: string): string | null {
  const path = url.startsWith("/") ? URL.parse(`http://desk${url}`)?.pathname : undefined;
  return path !== undefined && isText(path) ? path : null;
}

function isText(path: string): boolean {
  try {
    return !decodeURIComponent(path).includes("\0");
  } catch {
    return false;
  }
}

/** A forwarded name is checked like the real one: Next compares origins with it. */
function hostsOf({ header }: Knock): readonly (string | null)[] {
  const forwarded = header("x-forwarded-host");
  return forwarded === null ? [header("host")] : [header("host"), forwarded];
}

/** Null: nothing is wrong with what is sent, as far as one sees from its outside. */
function refusedForm(knock: Knock, path: string, isHttps: boolean): Admission | null {
  if (isForeignForm(knock, path)) return refused(403, "This form was not sent from a page of this desk.\n", isHttps);
  if (isUnreadable(knock)) return refused(400, "This form was cut off on its way.\n", isHttps);
  return isTooLarge(knock) ? refused(413, words[languageOf(knock)].unsent.large, isHttps) : null;
}

/** Next would refuse it too, but as a fault of ours. Reports of the browser about the content policy are no form. */
function isForeignForm({ method, header }: Knock, path: string): boolean {
  return method === "POST" && !path.startsWith("/api/") && !isFromOwnPage({ get: header });
}

const words = { nl, en } as const;

/** Next would break on a form of parts that does not say where these end. */
function isUnreadable({ header }: Knock): boolean {
  const kind = header("content-type") ?? "";
  return /^multipart\/form-data\b/i.test(kind) && !/;\s*boundary="?[^\s";]/i.test(kind);
}

/** As `next.config.mjs` has it: Next would break off in the middle, and call it a fault of the desk. */
const formBytesMost = 256 * 1024;

function isTooLarge({ header }: Knock): boolean {
  return header("next-action") !== null && Number(header("content-length") ?? 0) > formBytesMost;
}

const pageMethods: ReadonlySet<string> = new Set(["GET", "HEAD", "POST", "OPTIONS"]);

const keptByNobody = "private, no-store";

function admitted(path: string, { isDevelopment, newNonce }: House, isHttps: boolean): Admission {
  const kind = answerKindOf(path);
  const careful = securityHeaders(isHttps);
  const isAsset = kind === "built" || kind === "public";
  const headers = isAsset ? careful : { ...careful, "Cache-Control": keptByNobody };
  const policy = kind === "page" ? pagePolicy({ nonce: newNonce(), isDevelopment, isHttps }) : null;
  const usual = { "Content-Security-Policy": policy ?? filePolicy };
  // Whoever asks after the health of a crowded desk must hear it.
  return { kind: "admitted", headers, usual, policy, isWork: !isAsset && !path.startsWith("/api/health/") };
}

function refused(status: RefusedStatus, sentence: string, isHttps: boolean): Admission {
  const headers = {
    ...securityHeaders(isHttps),
    "Content-Security-Policy": filePolicy,
    "Cache-Control": "no-store",
    // Next hands the words of a refusal on to the form only when they come as exactly this.
    "Content-Type": status === 413 ? "text/plain" : "text/plain; charset=utf-8",
    ...(status === 405 ? { Allow: "GET, HEAD, POST" } : {}),
  };
  return { kind: "refused", status, sentence, headers };
}
