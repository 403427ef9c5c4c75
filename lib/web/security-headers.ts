import { filePolicy, violationReportPath } from "./content-policy.ts";

const always = {
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "same-origin",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Origin-Agent-Cluster": "?1",
  "X-DNS-Prefetch-Control": "off",
  "X-Permitted-Cross-Domain-Policies": "none",
  "Permissions-Policy":
    "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()",
  "Reporting-Endpoints": `csp="${violationReportPath}"`,
} as const;

const twoYears = 63_072_000;

/** On every answer, whatever it is. */
export function securityHeaders(isHttps: boolean): Readonly<Record<string, string>> {
  return isHttps ? { ...always, "Strict-Transport-Security": `max-age=${twoYears}; includeSubDomains` } : { ...always };
}

/** For data that is made for one asker: also nothing to run, and no copy anywhere. */
export function dataHeaders(isHttps: boolean): Readonly<Record<string, string>> {
  return {
    ...securityHeaders(isHttps),
    "Content-Security-Policy": filePolicy,
    "Cache-Control": "private, no-store",
  };
}
