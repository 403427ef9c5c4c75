import { z } from "zod";
import { datasetCodes } from "@/lib/deliveries/datasets";
import type { DeliveryLine } from "@/lib/deliveries/views";

const path = z.string().meta({ format: "uri-reference" });

/** Null in a list of changes; said in the description of the API. */
const balance = z.int().nullable().meta({
  description:
    "Hoeveel mensen er waren uitgevallen, aan het begin en aan het eind van de periode. Alleen bij monthly-balance; bij andere leveringen null.",
});

const deliveryAnswer = z
  .object({
    id: z.uuid(),
    dataset: z.enum(datasetCodes),
    title: z.string().meta({ example: "Uitval en terugkeer – regio 12 Twente – oktober 2026" }),
    period: z.object({ from: z.iso.date(), until: z.iso.date() }),
    version: z.int(),
    status: z.enum(["planned", "running", "ready", "failed", "expired"]),
    readyAt: z.iso.datetime().nullable(),
    expiresOn: z.iso.date().nullable(),
    counts: z
      .object({
        persons: z.int(),
        opening: balance,
        closing: balance,
        byClass: z.record(z.string(), z.int()),
        gone: z.record(z.string(), z.int()),
      })
      .nullable(),
    links: z.object({ self: path }),
  })
  .meta({ id: "Delivery" });

export const deliveriesAnswer = z.object({ deliveries: z.array(deliveryAnswer) }).meta({ id: "Deliveries" });

export const wholeDeliveryAnswer = deliveryAnswer
  .extend({
    files: z.array(z.object({ name: z.string(), title: z.string(), size: z.int(), sha256: z.string(), link: path })),
  })
  .meta({ id: "DeliveryWithFiles" });

export type DeliveryAnswer = z.output<typeof deliveryAnswer>;

export function toDeliveryAnswer(line: DeliveryLine, apiPath: string): DeliveryAnswer {
  const { id, dataset, title, period, version, status, readyAt, expiresOn, counts } = line;
  return {
    id,
    dataset,
    title: title.nl,
    period: { from: period.from, until: period.until },
    version,
    status,
    readyAt: readyAt?.toISOString() ?? null,
    expiresOn,
    counts: counts === null ? null : { ...counts, byClass: plain(counts.byClass), gone: plain(counts.gone) },
    links: { self: `${apiPath}/deliveries/${id}` },
  };
}

function plain(counts: Readonly<Record<string, number | undefined>>): Record<string, number> {
  return Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, count ?? 0]));
}
