import { z } from "zod";

/** What a browser tells of something that the content policy stopped; without queries, which may hold anything. */
export interface Violation {
  readonly directive: string;
  readonly blocked: string;
  readonly page: string;
}

const text = z.string().max(2000).catch("");

/** The older form, by `report-uri`. */
const oldForm = z
  .object({ "csp-report": z.object({ "effective-directive": text, "blocked-uri": text, "document-uri": text }) })
  .transform(({ "csp-report": report }) => [
    violationOf(report["effective-directive"], report["blocked-uri"], report["document-uri"]),
  ]);

/** The newer form, by `report-to`: a list in which other kinds of reports may stand too. */
const newForm = z
  .array(
    z.object({
      type: text,
      body: z.object({ effectiveDirective: text, blockedURL: text, documentURL: text }).catch({
        effectiveDirective: "",
        blockedURL: "",
        documentURL: "",
      }),
    }),
  )
  .max(50)
  .transform((reports) =>
    reports
      .filter(({ type }) => type === "csp-violation")
      .map(({ body }) => violationOf(body.effectiveDirective, body.blockedURL, body.documentURL)),
  );

const reportForm = z.union([oldForm, newForm]);

export function readViolations(given: unknown): readonly Violation[] {
  const parsed = reportForm.safeParse(given);
  return parsed.success ? parsed.data : [];
}

function violationOf(directive: string, blocked: string, page: string): Violation {
  return {
    directive: directive.slice(0, 50),
    blocked: URL.canParse(blocked) ? new URL(blocked).origin : blocked.slice(0, 50),
    page: URL.canParse(page) ? new URL(page).pathname : "",
  };
}
