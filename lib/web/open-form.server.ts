import "server-only";
import { redirect } from "next/navigation";
import type { z } from "zod";
import { parseInput } from "@/lib/shared/parse-input";
import type { Problem } from "@/lib/shared/problem";
import { within } from "./deadline";
import { readFields, withoutEmpty } from "./form-fields";
import { formPatienceMilliseconds, problemOfFailure, refusedForm } from "./form-refusal.server";
import type { FormState } from "./form-state";

/** Where to go next, or what must be mended. */
export type Onward = { readonly to: string } | { readonly problems: readonly Problem[] };

/** A form for whoever is not signed in: the same doorbell without a viewer. */
export function openForm<Schema extends z.ZodType>(
  schema: Schema,
  act: (input: z.output<Schema>) => Promise<Onward>,
): (state: FormState, form: FormData) => Promise<FormState> {
  return async (_state, form) => {
    const fields = readFields(form);
    const input = parseInput(schema, withoutEmpty(fields));
    const onward = input.ok ? await attempt(() => act(input.value)) : input;
    if ("to" in onward) redirect(onward.to);
    return refusedForm(fields, onward.problems);
  };
}

async function attempt(act: () => Promise<Onward>): Promise<Onward> {
  try {
    return await within(formPatienceMilliseconds, act());
  } catch (error) {
    return { problems: [problemOfFailure(error)] };
  }
}
