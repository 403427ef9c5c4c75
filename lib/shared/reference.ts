/** Letters and digits that cannot be mistaken for each other when read aloud or copied. */
const alphabet = "23456789ABCDEFGHJKLMNPQRSTVWXYZ";
const shape = /^V-\d{4}-[2-9A-HJ-NP-TV-Z]{7}$/;

/** `V-2026-7K4QX9M`: the year, six characters made from as many random bytes, and a check character. */
export function newReference(year: number, randomBytes: Uint8Array): string {
  const body = [...randomBytes.slice(0, 6)].map((byte) => alphabet.charAt(byte % alphabet.length)).join("");
  return `V-${year}-${body}${checkCharacter(`${year}${body}`)}`;
}

/** What people type, with spaces or small letters; null when it cannot be a reference. */
export function readReference(value: string): string | null {
  const text = value.trim().toUpperCase();
  if (!shape.test(text)) return null;
  const [, year, body] = text.split("-");
  if (year === undefined || body === undefined) return null;
  return checkCharacter(`${year}${body.slice(0, 6)}`) === body.charAt(6) ? text : null;
}

/** Weighted sum modulo 31 (a prime), so that one wrong or two swapped characters are found. */
function checkCharacter(text: string): string {
  let sum = 0;
  for (const [index, character] of [...text].entries()) sum += (index + 2) * weightOf(character);
  return alphabet.charAt(sum % alphabet.length);
}

function weightOf(character: string): number {
  const index = alphabet.indexOf(character);
  // 0 and 1 stand only in the year, where no letter has their weight.
  return index === -1 ? 29 + Number(character) : index;
}
