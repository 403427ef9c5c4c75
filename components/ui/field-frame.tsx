import type { ReactNode } from "react";
import { classes } from "./classes";
import { Icon } from "./icon";

/** What every field has around it. Words come from outside, so that a field can live in a client form. */
export interface FieldText {
  readonly name: string;
  /** The address of the field in the error summary; the name when not given. */
  readonly id?: string | undefined;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  /** For fields that may stay empty, the word for it: "niet verplicht". */
  readonly optional?: string | undefined;
}

export function fieldId({ id, name }: Pick<FieldText, "id" | "name">): string {
  return id ?? name;
}

/** The texts that belong to the field, for a screen reader: first what is wrong, then the hint. */
export function describedBy({ hint, error, ...text }: FieldText): string | undefined {
  const id = fieldId(text);
  const ids = [error === undefined ? [] : [`${id}-fout`], hint === undefined ? [] : [`${id}-hint`]].flat();
  return ids.length > 0 ? ids.join(" ") : undefined;
}

export const controlClasses =
  "w-full min-h-11 rounded-md border border-line-field bg-paper px-3 py-2 text-base text-ink " +
  "aria-invalid:border-danger aria-invalid:inset-ring-1 aria-invalid:inset-ring-danger [&[readonly]]:bg-sunken disabled:opacity-60";

export function Optional({ children }: { readonly children: string | undefined }) {
  return children === undefined ? null : <span className="ml-1.5 text-sm font-normal text-ink-soft">({children})</span>;
}

export function FieldHint({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  return children === undefined ? null : (
    <div id={`${id}-hint`} className="max-w-text text-sm text-ink-soft">
      {children}
    </div>
  );
}

export function FieldError({ id, children }: { readonly id: string; readonly children: string | undefined }) {
  return children === undefined ? null : (
    <div id={`${id}-fout`} className="flex max-w-text items-start gap-1.5 font-semibold text-danger">
      <span className="mt-1">
        <Icon name="warning" size={16} />
      </span>
      {children}
    </div>
  );
}

/** The bar on the left joins label, message and field where something must be mended. */
export function errorBar(error: string | undefined): string {
  return classes("grid min-w-0 content-start gap-1.5", error !== undefined && "border-l-4 border-danger pl-3.5");
}

export function FieldFrame({ text, children }: { readonly text: FieldText; readonly children: ReactNode }) {
  const id = fieldId(text);
  return (
    <div className={errorBar(text.error)}>
      <label htmlFor={id} className="justify-self-start font-semibold">
        {text.label}
        <Optional>{text.optional}</Optional>
      </label>
      <FieldHint id={id}>{text.hint}</FieldHint>
      <FieldError id={id}>{text.error}</FieldError>
      {children}
    </div>
  );
}
