import { z } from "zod";
import type { CalendarDate } from "@/lib/shared/calendar-date";
import { readWrittenDay } from "@/lib/shared/calendar-date";
import { type AbsenceTypeCode, isAbsenceType } from "./absence-types";
import { type FormValues, textIn } from "./form-values";

/** More than the longest report holds; what is larger was not typed in our form. */
const lettersAtMost = 150_000;
const wordAtMost = 20_000;
/** The rows of a sheet about one student may be long; all words together have the limit above. */
const rowsAtMost = 100_000;
const text = z.string().max(wordAtMost);
const value = z.union([z.string().max(rowsAtMost), z.array(text).max(400)]);

/** All that was typed, by name of the field. */
export const draftWords = z
  .record(z.string().max(60), value)
  .refine(
    (words) => Object.entries(words).every(([name, said]) => name === "sheet.text" || said.length <= wordAtMost),
    {
      error: "draft-too-large",
    },
  );

/** As the database counts; a larger one is of no draft of ours. */
export const draftVersion = z.coerce.number().int().max(2_147_483_647);

/** What fits in one draft. */
export function isDraftSized(words: FormValues): boolean {
  return JSON.stringify(words).length <= lettersAtMost;
}

export const draftInput = z
  .strictObject({
    id: z.uuid(),
    /** The version that the screen was made from; 0: nothing was saved yet. */
    version: draftVersion.min(0),
    /** Another one each time that the form is opened. */
    page: z.uuid(),
    words: draftWords,
  })
  .refine(({ words }) => isDraftSized(words), { error: "draft-too-large" });
export type DraftInput = z.output<typeof draftInput>;

/** These say which button was pressed or which draft it is, and are no words of the report. */
const unkept = new Set(["go", "draftVersion", "draftPage"]);

/** The fields of the form as a draft. */
export function draftFrom(values: FormValues) {
  const words = Object.entries(values).filter(([name]) => !unkept.has(name));
  return {
    id: textIn(values, "submissionId"),
    version: textIn(values, "draftVersion") === "" ? 0 : textIn(values, "draftVersion"),
    page: textIn(values, "draftPage"),
    words: Object.fromEntries(words),
  };
}

/** What became of the words that were to be kept. */
export type KeptDraft =
  | { readonly kind: "saved"; readonly id: string; readonly version: number }
  /** Somebody, or another tab, was further with this draft: these words are kept in a draft of their own. */
  | { readonly kind: "copied"; readonly id: string; readonly version: number }
  /** It was sent meanwhile. */
  | { readonly kind: "sent"; readonly reference: string };

/** One line in the list of what was not sent yet. */
export interface DraftLine {
  readonly id: string;
  readonly version: number;
  /** Null: nobody was named yet, or nobody of the own school. */
  readonly student: { readonly name: string; readonly group: string | null } | null;
  readonly type: AbsenceTypeCode | null;
  readonly firstDay: CalendarDate | null;
  readonly savedAt: Date;
  readonly expiresOn: CalendarDate;
  readonly ownerName: string;
  readonly isOwn: boolean;
  /** Null: still being written. */
  readonly handedInAt: Date | null;
  readonly maySend: boolean;
}

/** What the list tells of the words. */
export function outlineOf(words: FormValues): Pick<DraftLine, "type" | "firstDay"> {
  const type = textIn(words, "type");
  return { type: isAbsenceType(type) ? type : null, firstDay: readWrittenDay(textIn(words, "firstDay")) };
}
