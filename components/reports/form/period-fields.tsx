import { ChoiceCard } from "@/components/ui/choice-group";
import { DateField } from "@/components/ui/date-field";
import { textIn } from "@/lib/reports/form-values";
import { fieldOf, type ReportFormState } from "./form-state";
import type { FormText } from "./form-text";

export function PeriodFields({ state, text }: { readonly state: ReportFormState; readonly text: FormText }) {
  const { firstDay, lastDay, isBack } = text;
  return (
    <div className="grid gap-4">
      <div className="grid gap-4 sm:flex sm:flex-wrap sm:gap-8">
        <DateField {...fieldOf(state, "firstDay")} label={firstDay.label} hint={firstDay.hint} />
        <DateField
          {...fieldOf(state, "lastDay")}
          label={lastDay.label}
          optional={lastDay.optional}
          hint={lastDay.hint}
        />
      </div>
      <ChoiceCard
        kind="checkbox"
        id="isBack"
        name="isBack"
        value="yes"
        label={isBack.label}
        hint={isBack.hint}
        isChosen={textIn(state.values, "isBack") === "yes"}
      />
    </div>
  );
}
