import "server-only";
import { getLocale } from "next-intl/server";
import { log } from "@/lib/config/log.server";
import { QueueFull } from "@/lib/identity/bounded-queue";
import { NotAllowed, NotFound, type Problem } from "@/lib/shared/problem";
import { TooSlow } from "./api-failure";
import { isDatabaseAway } from "./database-away";
import { withoutSecrets } from "./form-fields";
import type { FieldValues, FormState } from "./form-state";
import { problemSentence } from "./problem-sentence";

/** The form again: all that was typed but secrets, and what must be mended, in the reader's language. */
export async function refusedForm(fields: FieldValues, problems: readonly Problem[]): Promise<FormState> {
  const locale = await getLocale();
  return {
    values: withoutSecrets(fields),
    problems: problems.map((problem) => ({ ...problem, sentence: problemSentence(problem, locale) })),
    signedOut: false,
  };
}

/** The session ended before the form arrived. Nothing was done, and nothing is lost. */
export async function signedOutForm(fields: FieldValues): Promise<FormState> {
  return { ...(await refusedForm(fields, [{ code: "signed-out" }])), signedOut: true };
}

/** Nobody looks at a form that does nothing for longer than this. */
export const formPatienceMilliseconds = 5_000;

/** What a form can say of a failure; anything else flies on and becomes the error page. */
export function problemOfFailure(error: unknown): Problem {
  // It may have gone, or whoever sent it changed functions in another tab: the words are still his.
  if (error instanceof NotFound) return { code: "gone-or-elsewhere" };
  if (error instanceof NotAllowed) return { code: "not-allowed" };
  if (error instanceof QueueFull || error instanceof TooSlow) return { code: "busy" };
  if (!isDatabaseAway(error)) throw error;
  log().error({ err: error }, "the database cannot be reached");
  return { code: "database-away" };
}
