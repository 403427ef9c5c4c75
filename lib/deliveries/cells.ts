/** Signs that no spreadsheet and no XML can hold; a name that came with them is shown without. */
const unprintable = /[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu;

/** The longest text that a cell of a spreadsheet holds. */
const cellMost = 32_000;

export function cellText(value: string): string {
  return value
    .replaceAll(/[\t\r\n]+/g, " ")
    .replaceAll(unprintable, "")
    .slice(0, cellMost);
}
