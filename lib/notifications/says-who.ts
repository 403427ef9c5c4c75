/** May be the number of a student, however it is written. */
const nineDigits = /(?<!\d)\d(?:[\s.-]?\d){8}(?!\d)/;
/** A shorter name is also part of many words. */
const telling = 4;

interface Named {
  readonly firstName: string;
  readonly lastName: string;
}

/** Whether the reference that a school chose itself says whom the report is about: mail goes without it (settled 9). */
export function saysWho(reference: string, { firstName, lastName }: Named): boolean {
  if (nineDigits.test(reference.normalize("NFKC"))) return true;
  const written = wordsIn(reference);
  return [firstName, lastName].some((name) => stands(wordsIn(name), written));
}

function stands(name: readonly string[], written: readonly string[]): boolean {
  const joined = name.join("");
  if (joined.length >= telling) return written.join("").includes(joined);
  return joined !== "" && written.includes(joined);
}

/** In small letters without accents. */
function wordsIn(text: string): readonly string[] {
  return (
    text
      .normalize("NFKD")
      .replaceAll(/\p{M}/gu, "")
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  );
}
