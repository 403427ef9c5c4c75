import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { fieldOf, type ReportFormState } from "../form/form-state";
import type { FormOffer } from "../form/form-text";

interface TemplateChoiceProps {
  readonly state: ReportFormState;
  readonly offer: FormOffer;
  /** For which location is reported, as the form names it. */
  readonly location: string;
}

/** What the school says again and again, filled in at one press. Nothing, where the school keeps no templates. */
export function TemplateChoice({ state, offer, location }: TemplateChoiceProps) {
  const { form: text } = offer.templates;
  const options = offer.templates.choices.filter((choice) => choice.location === null || choice.location === location);
  if (options.length === 0) return null;
  const field = fieldOf(state, "template");
  const isDone = state.values["go"] === "template" && field.error === undefined;
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-end gap-3">
        <div className="min-w-0">
          <SelectField {...field} label={text.label} hint={text.hint} prompt={text.prompt} options={options} />
        </div>
        <Button type="submit" name="go" value="template">
          {text.button}
        </Button>
      </div>
      {isDone ? <Notice tone="success" title={text.done} takesFocus={true} /> : null}
    </div>
  );
}
