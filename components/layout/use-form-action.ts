import { unstable_isUnrecognizedActionError } from "next/navigation";
import { useActionState } from "react";
import type { Locale } from "@/lib/i18n/locale";
import en from "@/lib/i18n/messages/en/failure.json";
import nl from "@/lib/i18n/messages/nl/failure.json";
import { readFields, withoutSecrets } from "@/lib/web/form-fields";
import type { FormState } from "@/lib/web/form-state";
import { usePageLocale } from "./locale-context";

type Action<State> = (state: State, form: FormData) => Promise<State>;

interface Ways<State> {
  /** The form as it was sent, with why it did not arrive. */
  readonly unsent: (state: State, form: FormData, sentence: string) => State;
  /** What the server needs to know of what it answered before; all of it would send again what was typed then. */
  readonly known: (state: State) => State;
}

const words = { nl, en } as const;

/**
 * `useActionState`, for a line that may be gone and a desk that may turn somebody away: the form comes back with all
 * that was typed and says so, where React would put the page of failures in its place. A fault that the server knows
 * of still goes there, with its number.
 */
export function useAnyFormAction<State>(
  action: Action<Awaited<State>>,
  start: Awaited<State>,
  { unsent, known }: Ways<Awaited<State>>,
) {
  const locale = usePageLocale();
  const steady: Action<Awaited<State>> = (state, form) =>
    action(known(state), form).catch((error: unknown) => unsent(state, form, sentenceFor(error, locale)));
  // The server writes the address of its action into the form, so that it posts without script.
  return useActionState(typeof window === "undefined" ? action : steady, start);
}

/** The same for the forms that speak in fields and problems. */
export function useFormAction(action: Action<FormState>, start: FormState) {
  return useAnyFormAction(action, start, formWays);
}

const formWays: Ways<FormState> = {
  unsent: unsentForm,
  known: (state) => ({ ...state, values: {}, problems: [] }),
};

/** What a form shows of a post that did not arrive. */
export function unsentForm(state: FormState, form: FormData, sentence: string): FormState {
  const values = withoutSecrets(readFields(form));
  return { ...state, values, problems: [{ code: "not-sent", sentence }], signedOut: false };
}

/** The front door says it in the reader's language, and the framework hands its words on. */
function isTooLarge(said: string): boolean {
  return said === nl.unsent.large || said === en.unsent.large;
}

/** Why the rest of several posts did not arrive, when some of them did. */
export function sentenceForRest(error: unknown, locale: Locale): string {
  sentenceFor(error, locale);
  return words[locale].unsent.partly;
}

/** Why a post did not arrive. What bears a digest is no such thing and is thrown on: the next page, a known fault. */
export function sentenceFor(error: unknown, locale: Locale): string {
  if (error instanceof Error && "digest" in error) throw error;
  const { unsent } = words[locale];
  if (error instanceof Error && isTooLarge(error.message)) return unsent.large;
  return unstable_isUnrecognizedActionError(error) ? unsent.renewed : unsent.line;
}
