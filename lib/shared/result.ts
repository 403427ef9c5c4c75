import type { Problem } from "./problem";

/** A refusal that the user can mend is a value; everything else is thrown. */
export type Result<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export function ok<Value>(value: Value): Result<Value> {
  return { ok: true, value };
}

export function fail(...problems: readonly Problem[]): Result<never> {
  return { ok: false, problems };
}
