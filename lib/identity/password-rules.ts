import { commonPasswords } from "./common-passwords";

/** Twelve is what a password beside a second factor needs. The most is there only so that hashing stays affordable. */
const passwordLength = { least: 12, most: 256 } as const;

/** So many letters must be left when the words that a stranger can guess are taken out. */
const ownLettersLeast = 6;
const distinctCharactersLeast = 5;

const lookAlikes: Readonly<Record<string, string>> = { "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t" };
const signLookAlikes: Readonly<Record<string, string>> = { "@": "a", $: "s", "!": "i", "€": "e" };
const runs = ["0123456789", "qwertyuiop", "qwertyuiopasdfghjklzxcvbnm", "abcdefghijklmnopqrstuvwxyz"];
const seasonsAndDesk = ["verzuimloket", "verzuim", "loket", "leerplicht", "lente", "zomer", "herfst", "winter"];

export type PasswordProblem = "password-too-short" | "password-too-long" | "password-common" | "password-guessable";

/**
 * Length, and nothing that a stranger would try early: no rules on kinds of characters, and no end date.
 * `context` are words around this person: own name, mail address, organisation.
 */
export function passwordProblem(password: string, context: readonly string[]): PasswordProblem | null {
  const length = [...password].length;
  if (length < passwordLength.least) return "password-too-short";
  if (length > passwordLength.most) return "password-too-long";
  if (isCommon(password)) return "password-common";
  return isGuessable(password.toLowerCase(), context) ? "password-guessable" : null;
}

function isCommon(password: string): boolean {
  const lower = password.toLowerCase();
  if (new Set(lower).size < distinctCharactersLeast || isRun(lower)) return true;
  return [core(lower), plain(core(lower)), plain(lower).replaceAll(/[^a-z]/g, "")].some(
    (word) => commonPasswords.has(word) || isRepeatedCommon(word),
  );
}

/** Without what people put around a word to please a rule: digits and signs. */
function core(text: string): string {
  return text.replaceAll(/^[^a-z]+|[^a-z]+$/g, "");
}

function plain(text: string): string {
  return [...text].map((sign) => lookAlikes[sign] ?? signLookAlikes[sign] ?? sign).join("");
}

function isRepeatedCommon(word: string): boolean {
  const half = word.slice(0, word.length / 2);
  return half !== "" && half + half === word && commonPasswords.has(half);
}

function isRun(lower: string): boolean {
  const reversed = [...lower].reverse().join("");
  return runs.some((run) => run.repeat(30).includes(lower) || run.repeat(30).includes(reversed));
}

function isGuessable(lower: string, context: readonly string[]): boolean {
  let rest = lower;
  for (const word of guessableWords(context)) rest = rest.replaceAll(word, "");
  return rest !== lower && rest.replaceAll(/[^\p{L}]/gu, "").length < ownLettersLeast;
}

function guessableWords(context: readonly string[]): readonly string[] {
  const words = [...context, ...seasonsAndDesk].flatMap((text) => text.toLowerCase().split(/[^\p{L}\d]+/u));
  return [...new Set(words)].filter((word) => word.length >= 3).sort((one, other) => other.length - one.length);
}
