"use client";

import type { MouseEvent } from "react";
import { useFormStatus } from "react-dom";
import { Button, type ButtonProps } from "./button";
import type { Examples } from "./examples";

interface SubmitButtonProps extends Omit<ButtonProps, "type" | "onClick" | "disabled"> {
  /** What the button says while the form is on its way. */
  readonly pendingText?: string;
}

/** A real submit button. With script it refuses a second click; it keeps the focus, so it is never `disabled`. */
export function SubmitButton({ pendingText, children, look = "main", ...rest }: SubmitButtonProps) {
  const { pending } = useFormStatus();
  const refuseWhilePending = (event: MouseEvent) => {
    if (pending) event.preventDefault();
  };
  return (
    <Button type="submit" look={look} aria-disabled={pending || undefined} onClick={refuseWhilePending} {...rest}>
      {pending && pendingText !== undefined ? pendingText : children}
    </Button>
  );
}

export const examples: Examples = {
  rest: <SubmitButton pendingText="Bezig met versturen">Melding versturen</SubmitButton>,
};
