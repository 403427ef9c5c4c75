import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import type { Messages } from "@/lib/i18n/messages";
import { type FoundStudent, fieldOf, type ReportFormState } from "../form/form-state";

interface StudentSearchProps {
  readonly state: ReportFormState;
  readonly text: Messages["who"]["search"];
  /** The school has more than one, so that each student is shown with his own. */
  readonly hasLocations: boolean;
}

/** Who has no number at hand looks among the students of the own school. It is posted, so no name stands in an address. */
export function StudentSearch({ state, text, hasLocations }: StudentSearchProps) {
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-end gap-x-3 gap-y-2">
        <div className="min-w-0 flex-1 basis-64">
          <TextField {...fieldOf(state, "student.search")} label={text.label} hint={text.hint} autoComplete="off" />
        </div>
        <Button type="submit" name="go" value="search">
          {text.button}
        </Button>
      </div>
      {state.found === undefined ? null : <Found students={state.found} text={text} hasLocations={hasLocations} />}
    </div>
  );
}

const mostShown = 20;

interface FoundProps extends Omit<StudentSearchProps, "state"> {
  readonly students: readonly FoundStudent[];
}

function Found({ students, text, hasLocations }: FoundProps) {
  if (students.length === 0) {
    return (
      <Notice title={text.nobody}>
        <p>{text.nobodyText}</p>
      </Notice>
    );
  }
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-2 font-semibold">{text.choose}</legend>
      <ul className="grid gap-2">
        {students.map(({ id, name, about, location }) => (
          <li key={id}>
            <button
              type="submit"
              name="go"
              value={`pick:${id}`}
              className="w-full rounded-md border border-line-strong bg-paper px-4 py-2.5 text-left hover:border-line-field hover:bg-sunken"
            >
              <strong className="text-brand">{name}</strong>, {about}
              {hasLocations ? <span className="block text-sm text-ink-soft">{location}</span> : null}
            </button>
          </li>
        ))}
      </ul>
      {students.length < mostShown ? null : <p className="text-sm text-ink-soft">{text.more}</p>}
    </fieldset>
  );
}
