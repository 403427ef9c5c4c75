import { Card } from "@/components/ui/card";
import { ChoiceCard, ChoiceGroup } from "@/components/ui/choice-group";
import { TextAreaField } from "@/components/ui/field";
import { textIn } from "@/lib/reports/form-values";
import { choiceOf, fieldOf, type ReportFormState } from "./form-state";
import type { FormOffer, FormText } from "./form-text";

interface SchoolFieldsProps {
  readonly state: ReportFormState;
  readonly offer: FormOffer;
}

/** What the school did, and what it asks of the office. */
export function SchoolFields({ state, offer }: SchoolFieldsProps) {
  const { text } = offer;
  return (
    <>
      <SchoolActionFields state={state} offer={offer} />
      <Card title={{ id: "wish-title", text: text.more.wish }}>
        <Wish state={state} text={text} />
        <Urgency state={state} text={text} />
      </Card>
    </>
  );
}

export function SchoolActionFields({ state, offer }: SchoolFieldsProps) {
  const { text, schoolActions } = offer;
  return (
    <Card title={{ id: "school-title", text: text.more.school }}>
      <ChoiceGroup
        kind="checkbox"
        {...choiceOf(state, "schoolActions")}
        label={text.schoolActions.label}
        optional={text.optional}
        choices={schoolActions}
        columns={2}
      />
      <TextAreaField
        {...fieldOf(state, "schoolActionsNote")}
        label={text.schoolActionsNote.label}
        optional={text.optional}
        rows={2}
      />
    </Card>
  );
}

interface PartProps {
  readonly state: ReportFormState;
  readonly text: FormText;
}

function Wish({ state, text }: PartProps) {
  const { actionWanted, noActionReason } = text;
  const { chosen, ...wish } = choiceOf(state, "actionWanted");
  return (
    <div className="group/wish grid gap-3">
      <ChoiceGroup
        kind="radio"
        {...wish}
        chosen={chosen.length === 0 ? ["yes"] : chosen}
        label={actionWanted.label}
        columns={2}
        choices={[
          { value: "yes", label: actionWanted.yes, hint: actionWanted.yesHint },
          { value: "no", label: actionWanted.no, hint: actionWanted.noHint },
        ]}
      />
      <div className="hidden group-has-[[value=no]:checked]/wish:grid">
        <TextAreaField
          {...fieldOf(state, "noActionReason")}
          label={noActionReason.label}
          hint={noActionReason.hint}
          rows={2}
        />
      </div>
    </div>
  );
}

function Urgency({ state, text }: PartProps) {
  return (
    <div className="group/urgent grid gap-3">
      <ChoiceCard
        kind="checkbox"
        id="isUrgent"
        name="isUrgent"
        value="yes"
        label={text.isUrgent.label}
        hint={text.isUrgent.hint}
        isChosen={textIn(state.values, "isUrgent") === "yes"}
      />
      <div className="hidden group-has-[[name=isUrgent]:checked]/urgent:grid">
        <TextAreaField {...fieldOf(state, "urgent.reason")} label={text.urgentReason.label} rows={2} />
      </div>
    </div>
  );
}
