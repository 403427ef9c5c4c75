interface PolicyFacts {
  readonly nonce: string;
  readonly isDevelopment: boolean;
  readonly isHttps: boolean;
}

export const violationReportPath = "/api/csp";

/** What a page may load and run. A script runs only with the nonce of this one answer, or when such a script asks. */
export function pagePolicy({ nonce, isDevelopment, isHttps }: PolicyFacts): string {
  const script = `'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`;
  return join([
    "default-src 'self'",
    `script-src ${script}`,
    // The tools of the development server write style elements; a real page has none.
    isDevelopment ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${isDevelopment ? " ws:" : ""}`,
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(isHttps ? ["upgrade-insecure-requests"] : []),
    `report-uri ${violationReportPath}`,
    "report-to csp",
  ]);
}

/** For everything that is no page: data, pictures, files. It loads nothing, whatever is in it. */
export const filePolicy = join([
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
]);

function join(directives: readonly string[]): string {
  return directives.join("; ");
}
