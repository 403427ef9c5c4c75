import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ChoiceGroup } from "@/components/ui/choice-group";
import { Notice } from "@/components/ui/notice";
import { SummaryList } from "@/components/ui/summary-list";
import { textIn } from "@/lib/reports/form-values";
import { type CheckedGroup, faultAt, type ReportFormState } from "./form-state";
import type { FormOffer, FormText } from "./form-text";

/** Everything once more, where it will go, and what deserves attention; then it can be sent. */
export function StepCheck({
  state,
  offer: { text, threshold },
}: {
  readonly state: ReportFormState;
  readonly offer: FormOffer;
}) {
  const { checked } = state;
  return (
    <>
      {textIn(state.values, "overlapReference") === "" ? null : <Overlap state={state} text={text} />}
      {checked === null ? null : (
        <>
          <Card title={{ id: "destination-title", text: checked.destination.title }} edge="brand">
            <p>{checked.destination.text}</p>
          </Card>
          {checked.threshold.length === 0 ? null : (
            <Card title={{ id: "threshold-title", text: threshold.title }}>
              {checked.threshold.map((line) => (
                <p key={line}>{line}</p>
              ))}
            </Card>
          )}
          {checked.warnings.length === 0 ? null : (
            <Notice tone="warning" title={text.warnings}>
              {checked.warnings.map((warning) => (
                <p key={warning}>{warning}</p>
              ))}
            </Notice>
          )}
          {checked.groups.map((group) => (
            <Group key={group.title} group={group} text={text} />
          ))}
        </>
      )}
    </>
  );
}

function Group({ group: { title, step, rows }, text }: { readonly group: CheckedGroup; readonly text: FormText }) {
  const change = (
    <Button type="submit" name="go" value={`to-${step}`} look="plain" size="small">
      {text.change}
      <span className="sr-only"> ({title})</span>
    </Button>
  );
  return (
    <Card title={{ id: `check-${title.replaceAll(" ", "-")}`, text: title }} beside={change}>
      <SummaryList
        look="lined"
        rows={rows.map(({ term, value }) => ({
          term,
          value: <span className="break-words whitespace-pre-line">{value}</span>,
        }))}
      />
    </Card>
  );
}

/** There is a report of these days already: is this more of the same, or something else? */
function Overlap({ state, text: { overlap } }: { readonly state: ReportFormState; readonly text: FormText }) {
  const reference = textIn(state.values, "overlapReference");
  return (
    <Card edge="attention">
      <input type="hidden" name="overlapReference" value={reference} />
      <ChoiceGroup
        kind="radio"
        name="overlap"
        label={overlap.label.replace("#", reference)}
        error={faultAt(state, "overlap")}
        chosen={[textIn(state.values, "overlap")]}
        columns={2}
        hint={
          <a href={`/meldingen/${reference}`} target="_blank" rel="noreferrer">
            {overlap.look}
          </a>
        }
        choices={[
          { value: "follow-up", label: overlap.followUp, hint: overlap.followUpHint },
          { value: "separate", label: overlap.separate, hint: overlap.separateHint },
        ]}
      />
    </Card>
  );
}
