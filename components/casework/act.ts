import type { SelectOption } from "@/components/ui/field";
import type { FormState } from "@/lib/web/form-state";

interface FieldShape {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
}

/** One question of a form. The form is drawn from these, so that six forms are one piece of script. */
export type ActField =
  | (FieldShape & {
      readonly kind: "select";
      readonly options: readonly SelectOption[];
      readonly prompt?: string;
      readonly initial?: string;
    })
  /** Few answers, all in sight. */
  | (FieldShape & { readonly kind: "choice"; readonly options: readonly SelectOption[] })
  | (FieldShape & { readonly kind: "words"; readonly optional?: string })
  | (FieldShape & { readonly kind: "line"; readonly optional?: string; readonly initial?: string })
  | (FieldShape & { readonly kind: "day"; readonly hint: string; readonly initial: string });

/** The words that every form of the page needs. */
export interface ActText {
  readonly errorHeading: string;
  readonly errorPrefix: string;
  readonly pending: string;
  /** With {who} and {status} where these go. */
  readonly changed: string;
  /** The same of an act that cannot be done any more. */
  readonly gone: string;
  readonly goneHeading: string;
  readonly goneTyped: string;
  readonly somebody: string;
  readonly statuses: Readonly<Record<string, string>>;
}

export interface ActFormProps {
  readonly id: string;
  readonly action: (state: FormState, form: FormData) => Promise<FormState>;
  /** The report, the version that the screen shows, and what else is not asked. */
  readonly given: Readonly<Record<string, string>>;
  readonly fields: readonly ActField[];
  /** What most leave out: one press away. */
  readonly more?: { readonly label: string; readonly fields: readonly ActField[] };
  readonly button: string;
  readonly look?: "main" | "secondary" | "danger";
  /** `row`: one short question beside its button, in a list of such forms. */
  readonly flow?: "column" | "row";
  readonly text: ActText;
  /** It cannot be done any more, or not by this reader. */
  readonly isGone?: boolean;
  /** The page is about nothing else: drawn anew when the report changed meanwhile, it would be gone with all that was typed. */
  readonly isOnOwnPage?: boolean;
}
