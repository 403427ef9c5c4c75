import type { z } from "zod";
import { parseInput } from "@/lib/shared/parse-input";
import type { Problem } from "@/lib/shared/problem";
import { fail, ok, type Result } from "@/lib/shared/result";

/** A refusal of input, and whether it is a matter of shape (400) or of a value (422). */
export interface InputRefusal {
  readonly status: 400 | 422;
  readonly problems: readonly Problem[];
}

export type ApiInput<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: InputRefusal };

/** Parses what a coupled system sent. Text where a number belongs is another mistake than a day that does not exist. */
export function parseApiInput<Schema extends z.ZodType>(schema: Schema, given: unknown): ApiInput<z.output<Schema>> {
  const parsed = parseInput(schema, given);
  if (parsed.ok) return parsed;
  const issues = schema.safeParse(given).error?.issues ?? [];
  const isShape = issues.some((issue) => isShapeIssue(issue, given));
  return { ok: false, refusal: { status: isShape ? 400 : 422, problems: parsed.problems } };
}

function isShapeIssue(issue: z.core.$ZodIssue, given: unknown): boolean {
  switch (issue.code) {
    case "invalid_type":
    case "unrecognized_keys":
      return true;
    case "invalid_value":
      return typeof valueAt(given, issue.path) !== typeof issue.values[0];
    default:
      return false;
  }
}

function valueAt(given: unknown, path: readonly PropertyKey[]): unknown {
  let value = given;
  for (const key of path) {
    // A text that the schema takes apart has no parts yet.
    if (typeof value !== "object" || value === null) return value;
    value = Reflect.get(value, key);
  }
  return value;
}

/** The parameters of an address, each at most once. */
export function readQuery(url: string): Result<Record<string, string>> {
  const { searchParams } = new URL(url);
  const twice = [...new Set(searchParams.keys())].find((name) => searchParams.getAll(name).length > 1);
  return twice === undefined ? ok(Object.fromEntries(searchParams)) : fail({ code: "parameter-twice", field: twice });
}
