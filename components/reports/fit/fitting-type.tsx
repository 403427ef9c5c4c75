import { Button } from "@/components/ui/button";
import { ChoiceGroup } from "@/components/ui/choice-group";
import { Details } from "@/components/ui/details";
import { Notice } from "@/components/ui/notice";
import { textIn } from "@/lib/reports/form-values";
import { choiceOf, type ReportFormState } from "../form/form-state";
import type { FormOffer } from "../form/form-text";

/** Three questions for who does not know which type fits; the age, the register knows. */
export function FittingType({ state, offer }: { readonly state: ReportFormState; readonly offer: FormOffer }) {
  const text = offer.who.fit;
  const found = offer.types.find(({ value }) => value === textIn(state.values, "fit.found"));
  const question = (name: "long" | "sixteen") => (
    <ChoiceGroup
      kind="radio"
      {...choiceOf(state, `fit.${name}`)}
      label={text[name]}
      columns={2}
      choices={[
        { value: "yes", label: text.yes },
        { value: "no", label: text.no },
      ]}
    />
  );
  return (
    <Details summary={text.title} isOpen={textIn(state.values, "fit.what") !== "" || state.values["go"] === "fit"}>
      <ChoiceGroup
        kind="radio"
        {...choiceOf(state, "fit.what")}
        label={text.what}
        choices={(["missed", "late", "holiday"] as const).map((value) => ({ value, label: text.whats[value] }))}
      />
      {question("long")}
      {question("sixteen")}
      <div>
        <Button type="submit" name="go" value="fit">
          {text.button}
        </Button>
      </div>
      {found === undefined ? null : (
        <Notice title={text.found.replace("#", found.label)}>
          <p>{text.foundText}</p>
        </Notice>
      )}
    </Details>
  );
}
