import fc from "fast-check";
import { expect, test } from "vitest";
import { type NewsItem, readFrames } from "@/components/live/frames";
import { heartbeatFrame, newsFrame } from "@/lib/conversation/news";

const items: readonly NewsItem[] = [
  { id: "01a2132d-3b39-73a4-8ae7-dd205f416a03", reference: "V-2026-7K4QX9M" },
  { id: "01a21330-4c3f-7114-a815-7667995b5db2", reference: "V-2026-7RGJ5L9" },
];
const stream = `retry: 5000\n\n${heartbeatFrame}${items.map(newsFrame).join(heartbeatFrame)}`;

test("wherever the network cuts the stream, each event is read once and in order", () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: stream.length }), { maxLength: 8 }), (cuts) => {
      const places = [0, ...cuts.toSorted((one, other) => one - other), stream.length];
      const found: NewsItem[] = [];
      let text = "";
      for (const [index, place] of places.entries()) {
        const read = readFrames(text + stream.slice(place, places[index + 1]));
        text = read.rest;
        found.push(...read.items);
      }
      expect(found).toEqual(items);
    }),
  );
});

test("a frame tells a reference and nothing else of a report", () => {
  const facts = {
    id: "01a2132d-3b39-73a4-8ae7-dd205f416a03",
    reference: "V-2026-7K4QX9M",
    kind: "closed",
    actorId: "x",
    organisationId: "school",
    locationId: "place",
    officeId: "office",
    isProtected: true,
  };
  expect(newsFrame(facts)).toBe(`id: ${facts.id}\ndata: {"reference":"${facts.reference}"}\n\n`);
});
