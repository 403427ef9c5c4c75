import type { FilingPapersOffer } from "@/components/attachments/upload-offer";
import type { SelectOption } from "@/components/ui/field";
import type { Locale } from "@/lib/i18n/locale";
import type { Messages } from "@/lib/i18n/messages";
import type { LessonSettings } from "@/lib/reports/lesson-hours";

export type FormText = Messages["reports"]["form"];

interface TypeOption {
  readonly value: string;
  readonly label: string;
  readonly hint: string;
  /** What this type asks, as words for the stylesheet: "period hours". */
  readonly asks: string;
}

export interface LocationOption extends SelectOption, LessonSettings {
  /** Lessons are ticked by number, or hours are counted by the clock (primary and special education). */
  readonly counts: "lessons" | "clock";
}

/** Everything that the form says and offers; made on the server, in one language. */
export interface FormOffer {
  readonly text: FormText;
  readonly who: Messages["who"];
  readonly drafts: Pick<Messages["drafts"], "keeper" | "form">;
  /** False: this person prepares, and a colleague sends. */
  readonly maySend: boolean;
  readonly locations: readonly LocationOption[];
  readonly types: readonly TypeOption[];
  readonly reasons: readonly SelectOption[];
  readonly schoolActions: readonly SelectOption[];
  /** What the school says again and again, for one location (as the form names it) or, with null, for all. */
  readonly templates: {
    readonly form: Messages["reportTemplates"]["form"];
    readonly choices: readonly (SelectOption & { readonly location: string | null })[];
  };
  readonly today: string;
  readonly locale: Locale;
  readonly threshold: Messages["hours"]["threshold"];
  readonly ladder: Messages["hours"]["ladder"];
  readonly sheet: Messages["hours"]["sheet"];
  readonly papers: FilingPapersOffer;
}
