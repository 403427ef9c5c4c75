import { sentenceOf } from "@/lib/couplings/problem-sentences";
import type { Problem } from "@/lib/shared/problem";
import { problemSentence } from "./problem-sentence";

/** Codes whose status is not 422, "a value refused" (settled 16). */
const statusByCode: Readonly<Record<string, number>> = {
  "json-invalid": 400,
  "cursor-invalid": 400,
  "parameter-twice": 400,
  "grant-unsupported": 400,
  "scope-unknown": 400,
  "idempotency-key-missing": 400,
  "idempotency-key-invalid": 400,
  "token-invalid": 401,
  "client-refused": 401,
  "scope-missing": 403,
  "not-allowed": 403,
  "school-not-yours": 403,
  "not-found": 404,
  "overlapping-report": 409,
  "already-filed": 409,
  "move-not-possible": 409,
  "report-changed": 409,
  "talk-over": 409,
  "idempotency-key-in-use": 409,
  "papers-full": 409,
  "papers-withdrawn": 409,
  "upload-cut": 400,
  "field-after-file": 400,
  "file-empty": 422,
  "file-too-large": 413,
  "papers-no-room": 413,
  "file-kind-refused": 415,
  "file-heic": 415,
  "file-old-office": 415,
  "file-macros": 415,
  "file-packed": 415,
  "file-not-as-named": 415,
  "file-broken": 415,
  "file-locked": 415,
  "file-bomb": 413,
  "file-virus": 422,
  "file-unscannable": 422,
  "image-too-large": 413,
  "pdf-acts": 415,
  "office-acts": 415,
  "form-expected": 415,
  "papers-too-many": 429,
  "store-away": 503,
  "body-too-large": 413,
  "content-type-unsupported": 415,
  "too-many-lookups": 429,
  "rate-limited": 429,
  "internal-error": 500,
  "database-away": 503,
  busy: 503,
};

const titles: Readonly<Record<number, string>> = {
  400: "Deze vraag heeft niet de juiste vorm",
  401: "Wie vraagt, is niet bekend",
  403: "Dit mag deze koppeling niet",
  404: "Niet gevonden",
  409: "Dit botst met wat er al is",
  412: "Intussen veranderd",
  413: "Te groot",
  415: "Dit soort bericht leest het loket niet",
  422: "Een waarde klopt niet",
  429: "Te veel vragen",
  500: "Er ging iets mis in het loket",
  503: "Het loket kan nu niet antwoorden",
};

/** A refusal for a machine and for whoever reads its log (RFC 9457). */
export interface Refusal {
  readonly problems: readonly Problem[];
  readonly traceId: string;
  /** Where the place of a problem decides, and not its code. */
  readonly status?: number | undefined;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface ProblemAnswer {
  readonly status: number;
  readonly body: object;
  readonly headers: Readonly<Record<string, string>>;
}

export function problemAnswerOf({ problems, traceId, ...rest }: Refusal): ProblemAnswer {
  const [first = { code: "internal-error" }] = problems;
  const status = rest.status ?? statusByCode[first.code] ?? 422;
  const body = {
    type: `urn:verzuimloket:problem:${first.code}`,
    title: titles[status] ?? titles[500],
    status,
    detail: sentenceFor(first),
    code: first.code,
    errors: problems.flatMap((problem) =>
      problem.field === undefined ? [] : [{ field: problem.field, code: problem.code, detail: sentenceFor(problem) }],
    ),
    ...referenceOf(first),
    traceId,
  };
  const headers = {
    "Content-Type": "application/problem+json; charset=utf-8",
    ...waitOf(first, status),
    ...rest.headers,
  };
  return { status, body, headers };
}

function sentenceFor(problem: Problem): string {
  return sentenceOf(problem) ?? problemSentence(problem, "nl");
}

function referenceOf({ facts }: Problem) {
  const reference = facts?.["reference"];
  return reference === undefined ? {} : { reference };
}

function waitOf({ code, facts }: Problem, status: number): Readonly<Record<string, string>> {
  if (status === 503) return { "retry-after": "10" };
  if (status !== 429) return {};
  return { "retry-after": String(facts?.["seconds"] ?? (code === "too-many-lookups" ? 3600 : 1)) };
}
