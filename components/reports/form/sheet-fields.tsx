import { Button } from "@/components/ui/button";
import { Details } from "@/components/ui/details";
import { SelectField, TextAreaField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { textIn } from "@/lib/reports/form-values";
import { fieldOf, type ReportFormState } from "./form-state";
import type { FormOffer } from "./form-text";
import { SheetFile } from "./sheet-file";

interface SheetFieldsProps {
  readonly state: ReportFormState;
  readonly text: FormOffer["sheet"];
}

/** Hours that stand in a sheet already: paste them, or choose the file of the school's own package. */
export function SheetFields({ state, text }: SheetFieldsProps) {
  const { notes, heads } = state.sheet ?? { notes: [], heads: [] };
  const field = fieldOf(state, "sheet.text");
  const isOpen = field.defaultValue !== "" || field.error !== undefined;
  return (
    <div className="grid gap-3">
      {notes.length === 0 ? null : (
        <Notice
          tone={field.error === undefined ? "success" : "warning"}
          title={text.result}
          takesFocus={field.error === undefined}
        >
          {notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </Notice>
      )}
      <Details summary={text.summary} isOpen={isOpen}>
        <div className="grid gap-4">
          <TextAreaField {...field} label={text.paste} hint={text.pasteHint} rows={4} spellCheck={false} />
          <div className="noscript:hidden">
            <SheetFile text={text} />
          </div>
          <noscript>
            <div className="grid gap-1.5">
              <p className="text-sm text-ink-soft">{text.withoutScript}</p>
              <div>
                <Button type="submit" name="go" value="sheet-file">
                  {text.chooseFile}
                </Button>
              </div>
            </div>
          </noscript>
          {heads.length === 0 ? null : <ColumnFields state={state} text={text} heads={heads} />}
          <div>
            <Button type="submit" name="go" value="sheet">
              {text.take}
            </Button>
          </div>
        </div>
      </Details>
    </div>
  );
}

const roles = ["day", "lesson", "hours", "student"] as const;

/** Asked once: which column holds what. */
function ColumnFields({ state, text, heads }: SheetFieldsProps & { readonly heads: readonly string[] }) {
  const options = heads.map((head) => ({ value: head, label: head }));
  return (
    <fieldset className="grid gap-4">
      <legend className="mb-1 font-semibold">{text.columns}</legend>
      <p className="text-sm text-ink-soft">{text.columnsHint}</p>
      <div className="grid gap-4 sm:grid-cols-2">
        {roles.map((role) => (
          <SelectField
            key={role}
            name={`sheet.${role}`}
            label={text.column[role]}
            prompt={text.noColumn}
            options={options}
            defaultValue={textIn(state.values, `sheet.${role}`)}
          />
        ))}
      </div>
    </fieldset>
  );
}
