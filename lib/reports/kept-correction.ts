import { type FormValues, textsIn } from "./form-values";

/**
 * A correction that somebody was typing, over the report as it stands now: what he changed is changed, and what a
 * colleague changed since then stays.
 */
export function keptCorrection(start: FormValues, kept: FormValues): FormValues {
  const was = readWas(kept["was"]);
  const typed: Record<string, string | readonly string[]> = { ...start };
  for (const name of new Set([...Object.keys(was), ...Object.keys(kept)])) {
    if (said(kept, name) === said(was, name)) continue;
    typed[name] = kept[name] ?? "";
  }
  return typed;
}

function said(values: FormValues, name: string): string {
  return JSON.stringify(textsIn(values, name).filter((text) => text !== ""));
}

/** The report as it stood when the form was opened, which the form carries. */
function readWas(text: FormValues[string] | undefined): FormValues {
  const was: unknown = typeof text === "string" ? JSON.parse(text) : null;
  if (typeof was !== "object" || was === null) return {};
  return Object.fromEntries(
    Object.entries(was).filter(([, value]) => typeof value === "string" || Array.isArray(value)),
  );
}
