"use client";

import { useState } from "react";
import type { Examples } from "./examples";
import { TextAreaField, type TextAreaFieldProps } from "./field";

interface CountedTextAreaProps extends TextAreaFieldProps {
  readonly limit: number;
  /** The words around the count, with # where the number goes: "Tekens over: #". */
  readonly leftText: string;
  readonly overText: string;
}

/** Counts along while somebody types and never cuts off: too much is said, and can be mended. */
export function CountedTextArea({ limit, leftText, overText, onInput, ...area }: CountedTextAreaProps) {
  const [length, setLength] = useState(String(area.defaultValue ?? "").length);
  const left = limit - length;
  const isNear = left <= Math.min(50, limit / 4);
  const words = left >= 0 ? leftText.replace("#", String(left)) : overText.replace("#", String(-left));
  return (
    <div className="grid gap-1">
      <TextAreaField
        {...area}
        onInput={(event) => {
          setLength(event.currentTarget.value.length);
          onInput?.(event);
        }}
      />
      <p
        className={left < 0 ? "text-sm font-semibold text-danger" : "text-sm text-ink-soft"}
        aria-live={isNear ? "polite" : "off"}
      >
        {words}
      </p>
    </div>
  );
}

export const examples: Examples = {
  roomLeft: (
    <CountedTextArea
      name="reason"
      label="Reden in uw eigen woorden"
      hint="Eén of twee zinnen. Noem geen ziekte of diagnose."
      limit={200}
      leftText="Tekens over: #"
      overText="Tekens te veel: #"
      rows={3}
      defaultValue="Blijft weg bij de eerste uren sinds de verhuizing."
    />
  ),
};
