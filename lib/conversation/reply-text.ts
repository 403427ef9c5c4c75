import { stripVTControlCharacters } from "node:util";

/** A line that a mail program repeats. */
const repeated = /^\s*>/;
/** Where mail programs begin to repeat what is answered. */
const beginnings: readonly RegExp[] = [
  repeated,
  /^\s*(op|on|am|le)\b.{4,200}(schreef|wrote|schrieb|a écrit)\b.*:\s*$/i,
  /^\s*-{2,}\s*(oorspronkelijk bericht|original message|doorgestuurd bericht|forwarded message)\s*-{2,}/i,
  /^\s*(van|from|von):\s.+@.+/i,
  /^_{10,}\s*$/,
];
/** The sign before a signature. */
const signature = /^--\s?$/;

/** What somebody wrote himself in the answer to a mail: without what it repeats, a signature or signs that cannot be kept. */
export function ownWords(text: string): string {
  const lines = stripVTControlCharacters(text.normalize("NFC").replaceAll(/\r\n?/g, "\n")).split("\n");
  const above = clean(untilEnd(lines));
  return above === "" ? clean(besideQuote(lines)) : above;
}

function untilEnd(lines: readonly string[]): readonly string[] {
  const end = lines.findIndex((line, index) => isEnd(line, lines[index + 1]));
  return end === -1 ? lines : lines.slice(0, end);
}

/** Some people answer under what is repeated, or between its lines. Only where each such line bears the sign is that told apart. */
function besideQuote(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => repeated.test(line));
  return first === -1 ? [] : untilEnd(lines.slice(first).map((line) => (repeated.test(line) ? "" : line)));
}

function clean(lines: readonly string[]): string {
  return lines
    .join("\n")
    .replaceAll(/(?![\n\t])[\p{Cc}\p{Cf}]/gu, "")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim();
}

/** "Op maandag schreef …" is often broken over two lines. */
function isEnd(line: string, following = ""): boolean {
  const whole = /^\s*(op|on)\b/i.test(line) ? `${line} ${following}` : line;
  return signature.test(line) || beginnings.some((beginning) => beginning.test(line) || beginning.test(whole));
}
