import { ErrorSummary } from "@/components/ui/error-summary";
import { type FormState, textOf } from "@/lib/web/form-state";
import type { ActFormProps } from "./act";
import { sentenceOf } from "./act-problems";

interface GoneActProps extends Pick<ActFormProps, "fields" | "text"> {
  readonly state: FormState;
}

/** An act that cannot be done any more: nothing, unless it was refused just now; then why, with all that was typed. */
export function GoneAct({ fields, text, state }: GoneActProps) {
  if (state.problems.length === 0) return null;
  const typed = fields.filter(({ name }) => textOf(state, name) !== "");
  return (
    <div className="grid basis-full gap-3">
      <ErrorSummary
        heading={text.goneHeading}
        titlePrefix={text.errorPrefix}
        lead={typed.length === 0 ? undefined : text.goneTyped}
        items={state.problems.map((problem) => ({ text: sentenceOf(problem, text.gone, text) }))}
      />
      {typed.length === 0 ? null : (
        <dl className="grid gap-3">
          {typed.map(({ name, label }) => (
            <div key={name}>
              <dt className="text-sm text-ink-soft">{label}</dt>
              <dd className="whitespace-pre-wrap wrap-anywhere">{textOf(state, name)}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}
