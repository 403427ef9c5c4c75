interface DoorProblem {
  readonly code: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
}

export const problemType = "application/problem+json; charset=utf-8";

/** A problem as the API itself would say it (RFC 9457), of what comes no further than the front door. */
export function doorProblem({ code, title, status, detail }: DoorProblem, traceId: string): string {
  return JSON.stringify({
    type: `urn:verzuimloket:problem:${code}`,
    title,
    status,
    detail,
    code,
    errors: [],
    traceId,
  });
}
