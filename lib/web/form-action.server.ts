import "server-only";
import { redirect } from "next/navigation";
import { z } from "zod";
import type { PersonViewer } from "@/lib/identity/viewer";
import { findViewer } from "@/lib/identity/viewer.server";
import { dropKeptForm } from "@/lib/reports/commands/keep-form.server";
import { type Now, now } from "@/lib/shared/clock";
import { parseInput } from "@/lib/shared/parse-input";
import { NotSignedIn } from "@/lib/shared/problem";
import { fail, type Result } from "@/lib/shared/result";
import { within } from "./deadline";
import { readFields, withoutEmpty } from "./form-fields";
import { formPatienceMilliseconds, problemOfFailure, refusedForm, signedOutForm } from "./form-refusal.server";
import { emptyForm, type FieldValues, type FormState } from "./form-state";

export type Command<Input, Value> = (viewer: PersonViewer, input: Input, now: Now) => Promise<Result<Value>>;
export type FormAction = (state: FormState, form: FormData) => Promise<FormState>;

/**
 * The doorbell of a form: who rings, what is asked, do it, go on to the next page; or the form again, with every
 * typed word and what must be mended. A reshaper goes before the schema as `z.preprocess(fromForm, schema)`; it gets
 * the fields by name, empty ones left out, a field that occurs more than once as a list.
 */
export function formAction<Schema extends z.ZodType, Value>(
  schema: Schema,
  command: Command<z.output<Schema>, Value>,
  nextPage: (value: Value) => string,
): FormAction {
  return async (state, form) => {
    const { keptAs, ...fields } = readFields(form);
    const outcome = await attempt(async (viewer) => {
      const input = parseInput(schema, withoutEmpty(fields));
      if (!input.ok) return input;
      const done = await command(viewer, input.value, now());
      if (done.ok && typeof keptAs === "string") await dropKeptForm(viewer, { place: keptAs });
      return done;
    });
    if (outcome === "signed-out") return { ...(await signedOutForm(fields)), ...kept(state) };
    if (!outcome.ok) return { ...(await refusedForm(fields, outcome.problems)), ...kept(state) };
    redirect(nextPage(outcome.value));
  };
}

/**
 * One of many presses of one form, for a script that shows how far it is: what must be mended, or null when it was
 * done.
 */
export function formStep<Schema extends z.ZodType, Value>(
  schema: Schema,
  command: Command<z.output<Schema>, Value>,
): (form: FormData) => Promise<FormState | null> {
  return async (form) => {
    const fields = readFields(form);
    const outcome = await attempt((viewer) => {
      const input = parseInput(schema, withoutEmpty(fields));
      return input.ok ? command(viewer, input.value, now()) : Promise.resolve(input);
    });
    if (outcome === "signed-out") return signedOutForm(fields);
    return outcome.ok ? null : refusedForm(fields, outcome.problems);
  };
}

type Found = NonNullable<FormState["found"]>;

/**
 * The doorbell of a button that looks something up for the form and changes nothing: the form again, with every typed
 * word and what was found, by field.
 */
export function formSearch(
  look: (viewer: PersonViewer, fields: FieldValues, state: FormState) => Promise<Result<Found>>,
): FormAction {
  return async (state, form) => {
    const fields = readFields(form);
    const outcome = await attempt((viewer) => look(viewer, fields, { ...emptyForm, ...kept(state) }));
    if (outcome === "signed-out") return { ...(await signedOutForm(fields)), ...kept(state) };
    if (!outcome.ok) return { ...(await refusedForm(fields, outcome.problems)), ...kept(state) };
    return { ...(await refusedForm(fields, [])), found: outcome.value };
  };
}

/**
 * One form with two buttons: looking something up (its field is `zoek`, its button `search`) must not cost what was
 * typed. Enter in any field presses the first button; without words to look for, saving is what was meant.
 */
export function withSearch(search: FormAction, save: FormAction): FormAction {
  return (state, form) => {
    if (form.has("search") && form.get("zoek") !== "") return search(state, form);
    form.delete("search");
    form.delete("zoek");
    return save(state, form);
  };
}

const choices = z.record(z.string(), z.array(z.object({ value: z.string(), label: z.string() })));
const cameBack = z.object({ found: choices });

/** Of a form that came back before: what was looked up then. The browser sends it along, and may send anything. */
function kept(state: FormState): Pick<FormState, "found"> {
  return cameBack.safeParse(state).data ?? {};
}

async function attempt<Value>(
  work: (viewer: PersonViewer) => Promise<Result<Value>>,
): Promise<Result<Value> | "signed-out"> {
  const asWhoItIs = async () => {
    const viewer = await findViewer();
    return viewer === null ? "signed-out" : work(viewer);
  };
  try {
    return await within(formPatienceMilliseconds, asWhoItIs());
  } catch (error) {
    if (error instanceof NotSignedIn) return "signed-out";
    return fail(problemOfFailure(error));
  }
}
