import { readQuantity } from "../form-hours";
import { readLessons, wholeDay } from "../sheet/apply";
import { readSheetDay } from "../sheet/columns";

interface Entry {
  /** A day that exists; what cannot be read goes on as it is and is refused at the field. */
  readonly day: string;
  readonly amount: string;
}

/** "2-11-2026 1-4; 3-11-2026 hele dag": days with what was missed, as one cell of a sheet holds them. */
export function readEntries(cell: string): readonly Entry[] {
  return cell
    .split(/[;|\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map(readEntry);
}

/** The longest beginning that is a day; the rest says how much. */
function readEntry(text: string): Entry {
  const parts = text.split(/(?::(?!\d))?\s+/);
  for (let length = parts.length; length > 0; length -= 1) {
    const day = readSheetDay(parts.slice(0, length).join(" ").replace(/[:,]$/, ""));
    if (day !== null) return { day, amount: parts.slice(length).join(" ") };
  }
  return { day: text, amount: "" };
}

export type HourCount = "lessons" | "clock";

/** What a day without an amount missed is all of it. */
export function hoursOf({ day, amount }: Entry, counts: HourCount) {
  if (amount === "" || wholeDay.test(amount)) return { day, wholeDay: true as const };
  const [, number] = /^([\d.,]+) ?(?:uur|uren|u|hours?)$/i.exec(amount) ?? [];
  if (number !== undefined) return { day, hours: readQuantity(number) };
  const lessons = counts === "lessons" ? readLessons(amount.replace(/^lesuu?r(en)? /i, "")) : null;
  return lessons === null ? { day, hours: readQuantity(amount) } : { day, lessons: [...lessons] };
}

export function arrivalOf({ day, amount }: Entry) {
  return { day, minutes: readQuantity(amount.replace(/ ?min(uten|utes|\.)?$/i, "")) };
}
