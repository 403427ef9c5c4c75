/** How quickly the worker looks, and how long it keeps trying. */
export interface Pace {
  readonly pollMilliseconds: number;
  /** A message that a worker took and did not finish in this time is done by another. */
  readonly leaseSeconds: number;
  /** Each next try waits about twice as long, up to the most; all of them together outlast a long weekend. */
  readonly retryDelaySeconds: number;
  readonly retryDelaySecondsMost: number;
  readonly retryLimit: number;
  readonly superviseSeconds: number;
  /** How often what nobody asks for is done: sealing the access log, forgetting old mail. */
  readonly upkeepSeconds: number;
  /** How often somebody looks whether a delivery must be made; who asked for one waits for it. */
  readonly deliverySeconds: number;
  /** How often somebody looks whether a sheet with reports waits; who brought it looks at a bar that stands still. */
  readonly importSeconds: number;
}

export const usualPace: Pace = {
  pollMilliseconds: 250,
  leaseSeconds: 120,
  retryDelaySeconds: 60,
  retryDelaySecondsMost: 3600,
  retryLimit: 114,
  superviseSeconds: 30,
  upkeepSeconds: 600,
  deliverySeconds: 15,
  importSeconds: 1,
};
