/** How fast one may guess, per kind of key. */
export interface Throttle {
  /** So many failures cost no waiting. */
  readonly freeCount: number;
  /** After that the wait doubles from a second, up to this. */
  readonly longestSeconds: number;
  readonly forgottenAfterMinutes: number;
  /** What a success takes away: all failures under the key, or only its own try. */
  readonly forgives: "all" | "one";
}

/**
 * Nothing here locks an account. A stranger makes only himself wait (`pair`) and, when he comes from many places,
 * newcomers (`account`, briefly): a browser that signed in before (`device`) has a line of its own. A whole school
 * behind one address has `network`, with room for a Monday morning.
 */
export const throttles = {
  pair: { freeCount: 3, longestSeconds: 300, forgottenAfterMinutes: 1440, forgives: "all" },
  device: { freeCount: 5, longestSeconds: 300, forgottenAfterMinutes: 1440, forgives: "all" },
  account: { freeCount: 20, longestSeconds: 30, forgottenAfterMinutes: 60, forgives: "all" },
  network: { freeCount: 100, longestSeconds: 60, forgottenAfterMinutes: 60, forgives: "one" },
  factor: { freeCount: 5, longestSeconds: 300, forgottenAfterMinutes: 1440, forgives: "all" },
} as const satisfies Record<string, Throttle>;

export type ThrottleName = keyof typeof throttles;

export interface Failures {
  readonly failureCount: number;
  readonly lastFailedAt: Date;
}

const none: Failures = { failureCount: 0, lastFailedAt: new Date(0) };

/** The failures that still count at this moment. */
export function remembered(failures: Failures | undefined, throttle: Throttle, at: Date): Failures {
  if (failures === undefined) return none;
  const ageMinutes = (at.getTime() - failures.lastFailedAt.getTime()) / 60_000;
  return ageMinutes >= throttle.forgottenAfterMinutes ? none : failures;
}

/** Seconds until one may try again; 0: now. */
export function secondsToWait(failures: Failures, throttle: Throttle, at: Date): number {
  const over = failures.failureCount - throttle.freeCount;
  if (over < 0) return 0;
  const wait = Math.min(2 ** over, throttle.longestSeconds);
  const passed = (at.getTime() - failures.lastFailedAt.getTime()) / 1000;
  return Math.max(0, Math.ceil(wait - passed));
}
