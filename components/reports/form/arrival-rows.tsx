"use client";

import { type MouseEvent, useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { errorBar, FieldError, FieldHint } from "@/components/ui/field-frame";
import { textsIn } from "@/lib/reports/form-values";
import { faultAt, type ReportFormState } from "./form-state";
import type { FormText } from "./form-text";

/** Late arrivals, one row each. Without script the button asks the server for another row. */
export function ArrivalRows({
  state,
  text: { arrivals },
}: {
  readonly state: ReportFormState;
  readonly text: FormText;
}) {
  const days = textsIn(state.values, "arrivals.day");
  const [count, setCount] = useState(Math.max(1, days.length));
  const error = faultAt(state, "arrivals");

  useEffect(() => {
    if (count > Math.max(1, days.length)) document.getElementById(`arrivals.${count - 1}.day`)?.focus();
  }, [count, days.length]);

  const addRow = (event: MouseEvent) => {
    event.preventDefault();
    setCount(count + 1);
  };

  return (
    <fieldset className={errorBar(error)} aria-describedby="arrivals-hint">
      <legend className="float-left mb-1.5 w-full font-semibold">{arrivals.label}</legend>
      <FieldHint id="arrivals">{arrivals.hint}</FieldHint>
      <FieldError id="arrivals">{error}</FieldError>
      <div className="grid gap-3">
        {Array.from({ length: count }, (_, index) => index).map((index) => (
          <ArrivalRow key={index} index={index} state={state} text={arrivals} />
        ))}
      </div>
      <div className="mt-1">
        <Button type="submit" name="go" value="add-arrival" onClick={addRow}>
          {arrivals.add}
        </Button>
      </div>
    </fieldset>
  );
}

interface ArrivalRowProps {
  readonly index: number;
  readonly state: ReportFormState;
  readonly text: FormText["arrivals"];
}

function ArrivalRow({ index, state, text }: ArrivalRowProps) {
  const part = (name: "day" | "minutes") => ({
    name: `arrivals.${name}`,
    label: text[name],
    defaultValue: textsIn(state.values, `arrivals.${name}`)[index] ?? "",
    error: faultAt(state, `arrivals.${index}.${name}`),
    autoComplete: "off",
  });
  return (
    <fieldset className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)] gap-3 sm:flex sm:items-end sm:gap-6">
      <legend className="sr-only">
        {text.time} {index + 1}
      </legend>
      <TextField {...part("day")} id={`arrivals.${index}.day`} width="short" />
      <TextField {...part("minutes")} id={`arrivals.${index}.minutes`} inputMode="numeric" width="tiny" />
    </fieldset>
  );
}
