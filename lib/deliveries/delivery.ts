import { z } from "zod";
import { columnNames } from "./columns";

/** A delivery on its way from planned to gone. */
export const deliveryStatuses = {
  planned: { nl: "wordt gemaakt", en: "being made" },
  running: { nl: "wordt gemaakt", en: "being made" },
  ready: { nl: "klaar", en: "ready" },
  failed: { nl: "niet gelukt", en: "failed" },
  expired: { nl: "niet meer op te halen", en: "no longer available" },
} as const;

export type DeliveryStatus = keyof typeof deliveryStatuses;

export function isDeliveryStatus(text: string): text is DeliveryStatus {
  return Object.hasOwn(deliveryStatuses, text);
}

/** Waits or is being made; the same again would be made twice. */
export function isComing(status: DeliveryStatus): boolean {
  return status === "planned" || status === "running";
}

/** What is asked of a snapshot, as it is kept with the delivery. */
export const wishes = z.strictObject({
  ages: z.tuple([z.int(), z.int()]),
  /** Empty: the whole region. */
  municipalities: z.array(z.string()),
  columns: z.array(z.enum(columnNames)),
  purpose: z.string(),
});
export type Wishes = z.output<typeof wishes>;

const counted = z.record(z.string(), z.int());

export const storedCounts = z.object({
  persons: z.int(),
  byClass: counted,
  opening: z.int().nullable(),
  closing: z.int().nullable(),
  gone: counted,
});

/** Terms of deliveries, dated in `settled`: how long files lie, and from how many persons on one signs in anew. */
export const fileDays = 90;
export const stepUpFrom = 200;
/**
 * The most persons in one workbook. Measured with 50,000 persons of 29 columns: one workbook grows the process to 662 MB
 * and does not fit in a heap of 96 MB; five of this size do.
 */
export const workbookRowsMost = 10_000;
/** So many of one person may wait at once: each reads the whole region. */
export const waitingMost = 5;
/** After so many tries a delivery is left for somebody to look at. */
export const attemptsMost = 5;
