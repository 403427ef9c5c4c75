"use client";

import { CountedTextArea } from "@/components/ui/counted-text-area";
import { SelectField } from "@/components/ui/field";
import { fieldOf, type ReportFormState } from "./form-state";
import type { FormOffer } from "./form-text";

export function AboutFields({ state, offer }: { readonly state: ReportFormState; readonly offer: FormOffer }) {
  const { text, reasons } = offer;
  const counted = { leftText: text.characters.left, overText: text.characters.over, optional: text.optional };
  return (
    <>
      <SelectField
        {...fieldOf(state, "reasonCode")}
        label={text.reasonCode.label}
        hint={text.reasonCode.hint}
        prompt={text.reasonCode.prompt}
        options={reasons}
        width="medium"
      />
      <CountedTextArea
        {...fieldOf(state, "reason")}
        {...counted}
        label={text.reason.label}
        hint={text.reason.hint}
        limit={200}
        rows={2}
      />
      <CountedTextArea
        {...fieldOf(state, "explanation")}
        {...counted}
        label={text.explanation.label}
        hint={text.explanation.hint}
        limit={10_000}
        rows={4}
      />
    </>
  );
}
