import { z } from "zod";

/** The BSN, or the education number of who has none: the same nine digits, told apart by their check. */
export type StudentNumberKind = "bsn" | "education";

export type ReadStudentNumber =
  | { readonly ok: true; readonly kind: StudentNumberKind; readonly number: string }
  | {
      readonly ok: false;
      readonly code: "student-number-length" | "student-number-excel" | "student-number-invalid";
    };

const weights = [9, 8, 7, 6, 5, 4, 3, 2, -1];
const kindByRemainder: Readonly<Record<number, StudentNumberKind>> = { 0: "bsn", 5: "education" };
const noNumber = "000000000";

/** Reads what people type or paste: with spaces, dots or dashes, in full-width or Arabic digits. */
export function readStudentNumber(text: string): ReadStudentNumber {
  const written = withPlainDigits(text.trim());
  // A spreadsheet that took the number for a quantity wrote 1,23E+08.
  if (/^\d([.,]\d*)?E\+?0?8$/i.test(written)) return { ok: false, code: "student-number-excel" };
  const number = written.replaceAll(/[\s.-]/g, "");
  // The zero in front is the one that a spreadsheet drops.
  if (/^\d{8}$/.test(number)) return { ok: false, code: "student-number-length" };
  const kind = /^\d{9}$/.test(number) && number !== noNumber ? kindByRemainder[elevenTest(number)] : undefined;
  return kind === undefined ? { ok: false, code: "student-number-invalid" } : { ok: true, kind, number };
}

/** For forms, messages and files: becomes the nine digits. */
export const studentNumber = z
  .string({ error: "student-number-invalid" })
  .max(40, { error: "student-number-invalid" })
  .transform((text, context) => {
    const read = readStudentNumber(text);
    if (read.ok) return read.number;
    context.addIssue({ code: "custom", message: read.code });
    return z.NEVER;
  });

/** The last three digits: enough to recognise a number, too few to use it. */
export function numberHint(number: string): string {
  return number.slice(-3);
}

function elevenTest(number: string): number {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(number[index]), 0);
  return ((sum % 11) + 11) % 11;
}

function withPlainDigits(text: string): string {
  return text
    .normalize("NFKC")
    .replaceAll(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));
}
