import { readStudentNumber } from "@/lib/directory/student-number";
import type { AbsenceTypeCode } from "@/lib/reports/absence-types";
import { readReference } from "@/lib/shared/reference";
import type { Status } from "@/lib/timeline/statuses";

/** What somebody types to find a case, by what it can be. */
export type SearchWish =
  | { readonly kind: "reference"; readonly reference: string }
  | { readonly kind: "number"; readonly number: string }
  | {
      readonly kind: "words";
      /** As it was typed, for a reference of the school itself. */
      readonly text: string;
      /** Parts of a name, without its prefixes. */
      readonly words: readonly string[];
    };

/** In a name these stand apart, and nearly everybody with one shares it. */
const prefixes = new Set("aan bij d de del den der des di du el het in la le op 't te ten ter van von".split(" "));
const wordsMost = 4;
const lettersLeast = 2;

/** Null: too little to look for. */
export function readSearch(typed: string): SearchWish | null {
  const text = typed
    .normalize("NFC")
    .replaceAll(/[\s\p{Cc}]+/gu, " ")
    .trim()
    .slice(0, 60);
  const reference = readReference(text);
  if (reference !== null) return { kind: "reference", reference };
  const number = readStudentNumber(text);
  if (number.ok) return { kind: "number", number: number.number };
  const parts = text.split(/[ ,;]+/).filter((part) => part.length >= lettersLeast);
  const telling = parts.filter((part) => !prefixes.has(part.toLowerCase()));
  const words = (telling.length > 0 ? telling : parts).slice(0, wordsMost);
  return words.length === 0 ? null : { kind: "words", text, words };
}

/** So many cases are shown: whoever gets more types more. */
export const foundMost = 50;

export interface FoundLine {
  readonly reference: string;
  readonly studentName: string;
  readonly type: AbsenceTypeCode;
  readonly locationName: string;
  readonly status: Status;
  readonly filedAt: Date;
  readonly isUrgent: boolean;
  /** Null: the shared inbox. */
  readonly officerName: string | null;
}

export interface FoundSchool {
  readonly sector: string;
  readonly locationCode: string;
  readonly name: string;
  readonly city: string;
  /** Up to one more than the limit of counts. */
  readonly openCount: number;
}

export interface SearchFound {
  readonly lines: readonly FoundLine[];
  /** There are more than are shown. */
  readonly hasMore: boolean;
  readonly schools: readonly FoundSchool[];
}
