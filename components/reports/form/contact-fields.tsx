import { Card } from "@/components/ui/card";
import { Details } from "@/components/ui/details";
import { TextField } from "@/components/ui/field";
import { textIn } from "@/lib/reports/form-values";
import { faultAt, fieldOf, type ReportFormState } from "./form-state";
import type { FormText } from "./form-text";

interface ContactFieldsProps {
  readonly state: ReportFormState;
  readonly text: FormText;
  /** Where the student stays decides where a report goes, and is asked only before that. */
  readonly hasStay?: boolean;
}

/** Whom the office can reach, and what few reports need. */
export function ContactFields({ state, text, hasStay = true }: ContactFieldsProps) {
  const { contact, parentPhone, ownReference, optional } = text;
  return (
    <Card title={{ id: "contact-title", text: text.more.contact }}>
      <div className="grid gap-5 sm:grid-cols-2 sm:items-end">
        <TextField {...fieldOf(state, "contact.name")} label={contact.name} autoComplete="name" />
        <TextField {...fieldOf(state, "contact.function")} label={contact.function} optional={optional} />
        <TextField {...fieldOf(state, "contact.email")} type="email" label={contact.email} autoComplete="email" />
        <TextField
          {...fieldOf(state, "contact.phone")}
          type="tel"
          label={contact.phone}
          optional={optional}
          autoComplete="tel"
        />
      </div>
      <div className="grid gap-5 sm:grid-cols-2 sm:items-end">
        <TextField
          {...fieldOf(state, "ownReference")}
          label={ownReference.label}
          optional={optional}
          hint={ownReference.hint}
          autoComplete="off"
        />
        <TextField
          {...fieldOf(state, "parentPhone")}
          type="tel"
          label={parentPhone.label}
          optional={optional}
          autoComplete="off"
        />
      </div>
      {hasStay ? <Stay state={state} text={text} /> : null}
    </Card>
  );
}

const stayFields = ["postcode", "houseNumber", "street", "city", "note"] as const;

function Stay({ state, text: { stay, optional } }: ContactFieldsProps) {
  const isInUse = stayFields.some((name) => {
    const field = `stay.${name}`;
    return textIn(state.values, field) !== "" || faultAt(state, field) !== undefined;
  });
  return (
    <Details summary={stay.label} isOpen={isInUse}>
      <p className="max-w-text text-sm text-ink-soft">{stay.hint}</p>
      <div className="flex flex-wrap gap-5">
        <TextField {...fieldOf(state, "stay.postcode")} label={stay.postcode} width="short" autoComplete="off" />
        <TextField {...fieldOf(state, "stay.houseNumber")} label={stay.houseNumber} width="short" autoComplete="off" />
      </div>
      <div className="grid gap-5 sm:grid-cols-2 sm:items-end">
        <TextField {...fieldOf(state, "stay.street")} label={stay.street} optional={optional} autoComplete="off" />
        <TextField {...fieldOf(state, "stay.city")} label={stay.city} optional={optional} autoComplete="off" />
      </div>
      <TextField
        {...fieldOf(state, "stay.note")}
        label={stay.note}
        optional={optional}
        hint={stay.noteHint}
        autoComplete="off"
      />
    </Details>
  );
}
