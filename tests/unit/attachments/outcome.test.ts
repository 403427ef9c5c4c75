import { expect, test } from "vitest";
import { limitOf, readOutcome } from "@/lib/attachments/outcome";

test("what the address says became of papers is read, and what nobody wrote there is left out", () => {
  const outcome = { added: 2, act: null, faults: ["file-virus"] };
  expect(readOutcome({ bijlagen: "2", fout: ["file-virus", "<b>", "no-such-code"] })).toEqual(outcome);
  for (const bijlagen of ["-1", "1e9", "999", "", ["1", "2"]]) {
    expect.soft(readOutcome({ bijlagen }), String(bijlagen)).toMatchObject({ added: 0, faults: [] });
  }
});

test("what was done with papers is read, and no word that nobody wrote", () => {
  expect(
    ["weg", "bewaren", "vrij", "overgenomen", "toString", ["weg"]].map((bijlage) => readOutcome({ bijlage }).act),
  ).toEqual(["removed", "held", "released", "handedOver", null, null]);
});

test("the number of a day is not the number of a report", () => {
  expect([limitOf("papers-full"), limitOf("papers-too-many")]).toEqual([10, 200]);
});
