import { z } from "zod";

/** Control, direction and zero-width characters have no place in what a person types (trust 2.5 A11). */
const forbidden = /(?![\n\t])[\p{Cc}\p{Cf}]/u;
const manyMarks = /\p{M}{4,}/u;

function clean(value: string): string {
  return value.normalize("NFC").replaceAll("\r\n", "\n").trim();
}

/** Words of a person: any script, no control characters, at most this many characters. */
export function words(maximum: number) {
  return z
    .string()
    .transform(clean)
    .pipe(
      z
        .string()
        .max(maximum, { error: "text-too-long" })
        .refine((value) => !forbidden.test(value) && !manyMarks.test(value), { error: "text-sign-invalid" }),
    );
}

export function requiredWords(maximum: number) {
  return words(maximum).refine((value) => value !== "", { error: "text-missing" });
}

/** Empty and absent are the same. */
export function optionalWords(maximum: number) {
  return words(maximum)
    .transform((value) => (value === "" ? undefined : value))
    .optional();
}

const lineBreak = /[\n\t\u2028\u2029]/;
const onOneLine = (value: string | undefined) => value === undefined || !lineBreak.test(value);

/** A name or a reference: it stands on a line of its own in a letter, and must not make another. */
export function requiredLine(maximum: number) {
  return requiredWords(maximum).refine(onOneLine, { error: "text-sign-invalid" });
}

export function optionalLine(maximum: number) {
  return optionalWords(maximum).refine(onOneLine, { error: "text-sign-invalid" });
}

/** Strict on purpose: no display names, no quotes, no full-width signs, no line ends (trust 2.5 A31). */
export const emailAddress = z
  .string()
  .transform((value) => value.trim().toLowerCase())
  .pipe(
    z
      .string()
      .max(100, { error: "text-too-long" })
      .regex(/^[a-z0-9._%+'-]+@[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}$/, { error: "email-invalid" }),
  );

export const phoneNumber = z
  .string()
  .transform((value) => value.trim().normalize("NFKC"))
  .pipe(z.string().regex(/^\+?[0-9][0-9 ()-]{5,19}$/, { error: "phone-invalid" }));
