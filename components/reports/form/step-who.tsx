import { Card } from "@/components/ui/card";
import { SelectField, TextField } from "@/components/ui/field";
import { StudentSearch } from "../who/student-search";
import { fieldOf, type ReportFormState } from "./form-state";
import type { FormOffer } from "./form-text";

export function StepWho({ state, offer }: { readonly state: ReportFormState; readonly offer: FormOffer }) {
  const { number, location } = offer.text;
  const [only, another] = offer.locations;
  const field = fieldOf(state, "school.location");
  return (
    <Card>
      <div className="grid gap-6">
        <TextField
          {...fieldOf(state, "student.number")}
          label={number.label}
          hint={number.hint}
          inputMode="numeric"
          autoComplete="off"
          width="medium"
        />
        <StudentSearch state={state} text={offer.who.search} hasLocations={another !== undefined} />
        {another === undefined ? (
          <OnlyLocation value={only?.value ?? field.defaultValue} label={location.label} name={only?.label} />
        ) : (
          <SelectField
            {...field}
            label={location.label}
            hint={location.hint}
            optional={offer.text.optional}
            prompt={location.prompt}
            options={offer.locations}
          />
        )}
      </div>
    </Card>
  );
}

/** Where there is nothing to choose, nothing is asked. */
function OnlyLocation({
  value,
  label,
  name,
}: {
  readonly value: string;
  readonly label: string;
  readonly name: string | undefined;
}) {
  return (
    <p>
      {name === undefined ? null : (
        <>
          <span className="text-ink-soft">{label}:</span> {name}
        </>
      )}
      <input type="hidden" name="school.location" value={value} />
    </p>
  );
}
