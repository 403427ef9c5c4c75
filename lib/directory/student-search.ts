import { type CalendarDate, readWrittenDay } from "@/lib/shared/calendar-date";

/** What somebody looks for, in parts that must all fit: of a name or a class, and a day of birth. */
export interface StudentSearch {
  readonly words: readonly string[];
  /** Null: no day was typed. */
  readonly birthDate: CalendarDate | null;
}

const wordsAtMost = 6;
const unsaid = new Set(["klas", "groep", "class", "group", "geboren", "born"]);

/** "sami boer 3b 2-3-2011" in its parts; null when too little was typed to look for. */
export function readStudentSearch(text: string): StudentSearch | null {
  const parts = text
    .normalize("NFC")
    .split(/[\s\p{Cc},;]+/u)
    .filter((part) => part !== "" && !unsaid.has(part.toLowerCase()));
  const birthDate = parts.map(birthDayIn).find((day) => day !== null) ?? null;
  const words = parts.filter((part) => birthDayIn(part) === null).slice(0, wordsAtMost);
  const isEnough = birthDate !== null || words.some((word) => word.length >= 2);
  return isEnough && text.length <= 100 ? { words, birthDate } : null;
}

function birthDayIn(part: string): CalendarDate | null {
  return /^\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}$/.test(part) ? readWrittenDay(part) : null;
}
