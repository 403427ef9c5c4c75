import { z } from "zod";

/** What a cell of an import file may hold. Messages are codes; the program that reads the file knows the words. */

/** Control, direction and zero-width characters have no place in a register (trust 2.5 A11). */
const forbidden = /[\p{Cc}\p{Cf}]/u;
const manyMarks = /\p{M}{4,}/u;

export function text(maximum: number) {
  return z
    .string()
    .transform((value) => value.normalize("NFC").trim())
    .pipe(
      z
        .string()
        .min(1, { error: "cell-missing" })
        .max(maximum, { error: "text-too-long" })
        .refine((value) => !forbidden.test(value) && !manyMarks.test(value), { error: "text-sign-invalid" }),
    );
}

function code(shape: RegExp, error: string) {
  return z
    .string()
    .transform((value) => value.trim().toUpperCase())
    .pipe(z.string().regex(shape, { error }));
}

function dayWithin(years: RegExp) {
  return z.iso
    .date({ error: (issue) => (issue.input === undefined ? "cell-missing" : "date-invalid") })
    .regex(years, { error: "date-invalid" });
}

export const day = dayWithin(/^(19|20)/);
/** Municipalities merged long before anybody who is a student now was born. */
export const dayOfHistory = dayWithin(/^(18|19|20)/);

export const municipalityCode = code(/^\d{4}$/, "municipality-code-invalid");
export const brin = code(/^\d{2}[A-Z]{2}$/, "brin-invalid");
export const longLocationCode = code(/^\d{2}[A-Z]{2}[0-9A-Z]{2}$/, "location-invalid");
/** Six characters, or the last two alone beside a BRIN. */
export const locationCode = code(/^(\d{2}[A-Z]{2})?[0-9A-Z]{2}$/, "location-invalid");
export const organisationCode = code(/^[A-Z0-9][A-Z0-9-]{0,19}$/, "organisation-code-invalid");

export const postcode = z
  .string()
  .transform((value) => value.replaceAll(/\s/g, "").toUpperCase())
  .pipe(z.string().regex(/^[1-9]\d{3}[A-Z]{2}$/, { error: "postcode-invalid" }));

export const postcodeArea = z
  .string()
  .transform((value) => value.replaceAll(/\s/g, "").toUpperCase())
  .pipe(z.string().regex(/^[1-9]\d{3}([A-Z]{2})?$/, { error: "postcode-invalid" }));

export const regionNumber = z
  .string()
  .regex(/^0*[1-9]\d{0,2}$/, { error: "region-number-invalid" })
  .transform(Number);

export const share = z
  .string()
  .transform((value) => value.replace(",", "."))
  .pipe(z.string().regex(/^(0(\.\d{1,5}0*)?|1(\.0+)?)$/, { error: "share-invalid" }));

export function oneOf<const Codes extends readonly string[]>(codes: Codes) {
  return z.enum(codes, { error: (issue) => (issue.input === undefined ? "cell-missing" : "code-unknown") });
}

/** The six characters of a location, whichever of both ways it was written. */
export function fullLocationCode(row: { readonly brin: string; readonly location_code: string }): string {
  return row.location_code.length === 2 ? row.brin + row.location_code : row.location_code;
}

/** A check over two days of a row: both are days on which a thing holds, so they may be the same. */
export function inOrder<First extends string, Last extends string>(first: First, last: Last) {
  return {
    holds: (row: { readonly [Name in First | Last]?: string | undefined }) =>
      row[first] === undefined || row[last] === undefined || row[first] <= row[last],
    refusal: { path: [last], error: "last-day-before-first" },
  };
}
