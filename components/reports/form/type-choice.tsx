import { ChoiceCard } from "@/components/ui/choice-group";
import { describedBy, errorBar, FieldError, FieldHint } from "@/components/ui/field-frame";
import { choiceOf, type ReportFormState } from "./form-state";
import type { FormOffer } from "./form-text";

/** Which type it is. What each asks stands around its answer, so that the stylesheet shows the questions that belong to it. */
export function TypeChoice({ state, offer }: { readonly state: ReportFormState; readonly offer: FormOffer }) {
  const { label, hint } = offer.text.type;
  const { name, chosen, error } = choiceOf(state, "type");
  return (
    <fieldset
      className={errorBar(error)}
      aria-describedby={describedBy({ name, label, hint, error })}
      aria-invalid={error === undefined ? undefined : true}
    >
      <legend className="float-left mb-1.5 w-full font-semibold">{label}</legend>
      <FieldHint id={name}>{hint}</FieldHint>
      <FieldError id={name}>{error}</FieldError>
      <div className="mt-1 grid gap-2.5 sm:grid-cols-2">
        {offer.types.map(({ value, asks, ...choice }, index) => (
          <div key={value} data-asks={asks} className="grid">
            <ChoiceCard
              kind="radio"
              name={name}
              id={index === 0 ? name : `${name}-${value}`}
              value={value}
              isChosen={chosen.includes(value)}
              {...choice}
            />
          </div>
        ))}
      </div>
    </fieldset>
  );
}
