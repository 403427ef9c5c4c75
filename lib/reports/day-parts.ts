import { hoursOfWholeDay, inHundredths, type LessonSettings } from "./lesson-hours";

/** Where hours are counted by the clock, half a school day can be ticked. */
export const dayParts = ["morning", "afternoon"] as const;
export type DayPart = (typeof dayParts)[number];

const written = /^(morning|afternoon)=(\d{1,2}(?:\.\d{1,2})?)$/;

/** A tick says for how many hours it counts: what reads the form does not know the location. */
export function partValue(part: DayPart, day: string, settings: LessonSettings): string {
  return `${part}=${inHundredths(hoursOfWholeDay(day, settings) / 2)}`;
}

export function isTicked(part: DayPart, ticks: readonly string[]): boolean {
  return ticks.some((tick) => written.exec(tick)?.[1] === part);
}

/** What the ticks of one day come to; each part counts once. */
export function hoursOfParts(ticks: readonly string[]): number {
  const hours = new Map(
    ticks.flatMap((tick) => {
      const [, part, amount] = written.exec(tick) ?? [];
      return part === undefined ? [] : [[part, Number(amount)] as const];
    }),
  );
  return inHundredths([...hours.values()].reduce((sum, amount) => sum + amount, 0));
}
