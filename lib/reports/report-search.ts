import { readStudentNumber } from "@/lib/directory/student-number";
import { readReference } from "@/lib/shared/reference";

/** What somebody types to find a report, by what it can be. */
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
