import "server-only";
import { notFound, redirect } from "next/navigation";
import type { z } from "zod";
import type { PersonViewer } from "@/lib/identity/viewer";
import { findViewer } from "@/lib/identity/viewer.server";
import { type Now, now } from "@/lib/shared/clock";
import { parseInput } from "@/lib/shared/parse-input";
import type { Problem } from "@/lib/shared/problem";
import type { Result } from "@/lib/shared/result";
import { within } from "./deadline";
import { readFields, withoutEmpty } from "./form-fields";
import { formPatienceMilliseconds, problemOfFailure } from "./form-refusal.server";

interface Places<Value> {
  readonly done: (value: Value) => string;
  /** The page that holds the button; it shows what `problem` in its address says. */
  readonly refused: string;
}

/** The doorbell of a single button with hidden fields: what does not fit in them was not made by our page. */
export function buttonAction<Schema extends z.ZodType, Value>(
  schema: Schema,
  command: (viewer: PersonViewer, input: z.output<Schema>, now: Now) => Promise<Result<Value>>,
  places: Places<Value>,
): (form: FormData) => Promise<void> {
  return async (form) => {
    const input = parseInput(schema, withoutEmpty(readFields(form)));
    if (!input.ok) notFound();
    const outcome = await attempt(async () => {
      const viewer = await findViewer();
      return viewer === null ? "signed-out" : command(viewer, input.value, now());
    });
    if (outcome === "signed-out") redirect(`/inloggen?${new URLSearchParams({ terug: places.refused })}`);
    redirect(outcome.ok ? places.done(outcome.value) : withProblem(places.refused, outcome.problems));
  };
}

async function attempt<Value>(
  work: () => Promise<Result<Value> | "signed-out">,
): Promise<Result<Value> | "signed-out"> {
  try {
    return await within(formPatienceMilliseconds, work());
  } catch (error) {
    return { ok: false, problems: [problemOfFailure(error)] };
  }
}

function withProblem(path: string, [problem]: readonly Problem[]): string {
  const separator = path.includes("?") ? "&" : "?";
  return `${path}${separator}${new URLSearchParams({ probleem: problem?.code ?? "invalid" })}`;
}
