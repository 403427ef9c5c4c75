import { describe, expect, test } from "vitest";
import { type GonePaper, proofOf, type WhyGone } from "@/lib/attachments/proof";

const paper: GonePaper = {
  id: "01999999-0000-7000-8000-000000000001",
  kind: "letter",
  format: "pdf",
  byteCount: 1234,
  sha256: "ab".repeat(32),
  uploadedAt: new Date("2026-04-23T07:15:00Z"),
  goneAt: new Date("2026-10-23T22:00:00Z"),
  why: "retention",
  bytesGoneAt: new Date("2026-10-23T22:10:00Z"),
};

describe("the proof of destruction", () => {
  test("has a line for each paper, with as many cells as there are columns", () => {
    const [header, ...rows] = proofOf("V-2026-7K4QX9M", [paper, { ...paper, kind: "absence_sheet" }]);
    expect(rows.map((row) => row.length)).toEqual([header?.length, header?.length]);
    expect(rows[0]).toEqual([
      "V-2026-7K4QX9M",
      paper.id,
      "Brief",
      "PDF",
      "1234",
      paper.sha256,
      "2026-04-23T07:15:00.000Z",
      "2026-10-23T22:00:00.000Z",
      "bewaartermijn voorbij",
      "2026-10-23T22:10:00.000Z",
    ]);
  });

  test("claims nothing that was not noted", () => {
    const [, row] = proofOf("V-2026-7K4QX9M", [{ ...paper, why: null, bytesGoneAt: null }]);
    expect(row?.slice(-2)).toEqual(["niet vastgelegd", "niet vastgelegd"]);
  });

  test("tells the four ways apart in which a paper ends", () => {
    const ways: readonly WhyGone[] = ["retention", "handed-over", "sender", "refused"];
    const told = ways.map((why) => proofOf("V", [{ ...paper, why }])[1]?.[8]);
    expect(new Set(told).size).toBe(4);
  });
});
