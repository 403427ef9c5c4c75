const dayLength = 86_400_000;

/** Days as plain texts, without a library: the browser counts with these too. */
export function dayAfter(day: string, count: number): string {
  return isoOf(Date.parse(`${day}T00:00:00Z`) + count * dayLength);
}

/** 1 is Monday, 7 is Sunday. */
export function weekdayNumber(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

export function mondayOf(day: string): string {
  return dayAfter(day, 1 - weekdayNumber(day));
}

export function isoOf(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10);
}
