import type { FormValues } from "@/lib/reports/form-values";

/** All that stands in a form now, as the server would read it. */
export function typedValues(form: HTMLFormElement): FormValues {
  const values: Record<string, string[]> = {};
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string") values[name] = [...(values[name] ?? []), value];
  }
  return values;
}
