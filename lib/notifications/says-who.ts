import type { CalendarDate } from "@/lib/shared/calendar-date";

/** May be the number of a student, however it is written. */
const nineDigits = /(?<!\d)\d(?:[\s.-]?\d){8}(?!\d)/;
/** A shorter name is also part of many words, and a shorter piece of one begins many others. */
const telling = { name: 4, piece: 3 };

const months = [
  ["januari", "january", "jan"],
  ["februari", "february", "feb"],
  ["maart", "march", "mrt", "mar"],
  ["april", "apr"],
  ["mei", "may"],
  ["juni", "june", "jun"],
  ["juli", "july", "jul"],
  ["augustus", "august", "aug"],
  ["september", "sept", "sep"],
  ["oktober", "october", "okt", "oct"],
  ["november", "nov"],
  ["december", "dec"],
] as const;

interface Named {
  readonly firstName: string;
  readonly lastName: string;
  readonly birthDate: CalendarDate;
}

/** Whether the reference that a school chose itself says whom the report is about: mail goes without it (settled 9). */
export function saysWho(reference: string, { firstName, lastName, birthDate }: Named): boolean {
  if (nineDigits.test(reference.normalize("NFKC")) || saysDay(reference, birthDate)) return true;
  const written = wordsIn(reference);
  const [first, last] = [wordsIn(firstName), wordsIn(lastName)];
  return [first, last].some((name) => stands(name, written)) || saysInitials(first, last, written);
}

function stands(name: readonly string[], written: readonly string[]): boolean {
  const joined = name.join("");
  if (written.some((word) => word.length >= telling.piece && joined.startsWith(word))) return true;
  if (joined.length >= telling.name) return written.join("").includes(joined);
  return joined !== "" && written.includes(joined);
}

/** "BS", "B.S." and "b s" are the same. One letter is also a class, or a school's own. */
function saysInitials(first: readonly string[], last: readonly string[], written: readonly string[]): boolean {
  const lasts = initialsOf(last);
  const names = [initialsOf(first) + lasts, initialsOf(first.slice(0, 1)) + lasts].filter(({ length }) => length > 1);
  const single = written.map((word) => (word.length === 1 ? word : " ")).join("");
  return names.some((initials) => written.includes(initials) || single.includes(initials));
}

const initialsOf = (words: readonly string[]) => words.map((word) => word.slice(0, 1)).join("");

/** A day of birth, in figures in whatever order, or with the month as a word. */
function saysDay(reference: string, birthDate: CalendarDate): boolean {
  const [year = "", month = "", day = ""] = birthDate.split("-");
  const short = year.slice(2);
  const text = reference.normalize("NFKC").toLowerCase();
  const figures = text.match(/\d+/g) ?? [];
  const runs = [day + month + year, year + month + day, day + month + short, short + month + day];
  if (figures.some((run) => runs.includes(run))) return true;
  const orders = [
    [day, month, year],
    [day, month, short],
    [year, month, day],
    [month, day, year],
  ];
  if (orders.some((order) => standInRow(order, figures))) return true;
  return (months[Number(month) - 1] ?? []).some((name) =>
    new RegExp(`(?<!\\d)0?${Number(day)}\\W*${name}\\b`).test(text),
  );
}

function standInRow(wanted: readonly string[], figures: readonly string[]): boolean {
  return figures.some((_, at) => wanted.every((part, step) => Number(figures[at + step]) === Number(part)));
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
