/** Enough to divide the work of an office, and too few to be a name: the receipt of a decision keeps them. */
export const lettersKept = 2;

/** Letters of which Unicode does not know that they are others with a mark. */
const foreign: Readonly<Record<string, string>> = {
  Æ: "AE",
  Ð: "D",
  Đ: "D",
  Ħ: "H",
  Ł: "L",
  Ø: "O",
  Œ: "OE",
  Þ: "TH",
  ẞ: "SS",
};

/** Almost every name begins with letters that need no work. */
const plain = /^[A-Za-z]{2}/;

/** The first letters of a family name without its prefix, as capitals without accents; none: an empty text. */
export function surnameLetters(lastName: string): string {
  if (plain.test(lastName)) return lastName.slice(0, lettersKept).toUpperCase();
  const capitals = lastName
    .normalize("NFKD")
    .replaceAll(/[^\p{L}]/gu, "")
    .toUpperCase();
  return capitals.replaceAll(/[ÆÐĐĦŁØŒÞẞ]/g, (letter) => foreign[letter] ?? letter).slice(0, lettersKept);
}
