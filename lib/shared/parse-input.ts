import type { z } from "zod";
import type { Problem } from "@/lib/shared/problem";
import { fail, ok, type Result } from "@/lib/shared/result";

const codeForm = /^[a-z][a-z0-9-]*$/;

/** Parses what came in at a door; what does not fit becomes problems with codes, at the field by its path. */
export function parseInput<Schema extends z.ZodType>(schema: Schema, given: unknown): Result<z.output<Schema>> {
  const parsed = schema.safeParse(given, { error: codeOfIssue });
  return parsed.success ? ok(parsed.data) : fail(...parsed.error.issues.map(problemOf));
}

/** The codes for what a schema does not name itself. */
function codeOfIssue(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined ? "required" : "invalid";
    case "invalid_value":
      return issue.input === undefined ? "required" : "choice-unknown";
    case "too_big":
      return issue.origin === "string" ? "too-long" : "too-high";
    case "too_small":
      return issue.origin === "string" ? "too-short" : "too-low";
    case "unrecognized_keys":
      return "field-unknown";
    default:
      return "invalid";
  }
}

function problemOf(issue: z.core.$ZodIssue): Problem {
  const path = issue.code === "unrecognized_keys" ? [...issue.path, ...issue.keys.slice(0, 1)] : issue.path;
  const field = path.map(String).join(".");
  return {
    code: codeForm.test(issue.message) ? issue.message : "invalid",
    ...(field === "" ? {} : { field }),
    ...factsOf(issue),
  };
}

function factsOf(issue: z.core.$ZodIssue): Pick<Problem, "facts"> {
  if (issue.code === "too_big") return { facts: { limit: Number(issue.maximum) } };
  if (issue.code === "too_small") return { facts: { limit: Number(issue.minimum) } };
  return {};
}
