/** Where mail programs begin to repeat what is answered. */
const beginnings: readonly RegExp[] = [
  /^\s*>/,
  /^\s*(op|on|am|le)\b.{4,200}(schreef|wrote|schrieb|a écrit)\b.*:\s*$/i,
  /^\s*-{2,}\s*(oorspronkelijk bericht|original message|doorgestuurd bericht|forwarded message)\s*-{2,}/i,
  /^\s*(van|from|von):\s.+@.+/i,
  /^_{10,}\s*$/,
];
/** The sign before a signature. */
const signature = /^--\s?$/;

/** What somebody wrote himself in the answer to a mail: without what it repeats, a signature or signs that cannot be kept. */
export function ownWords(text: string): string {
  const lines = text.normalize("NFC").replaceAll(/\r\n?/g, "\n").split("\n");
  const end = lines.findIndex((line, index) => isEnd(line, lines[index + 1]));
  const own = end === -1 ? lines : lines.slice(0, end);
  return own
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
