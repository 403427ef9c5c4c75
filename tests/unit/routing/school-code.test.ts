import { expect, it } from "vitest";
import { readSchoolCode } from "@/lib/routing/school-code";

it.each([
  ["VO:00AH/00AH07", { sector: "VO", brin: "00AH", locationCode: "00AH07" }],
  ["00AH/07", { sector: null, brin: "00AH", locationCode: "00AH07" }],
  [" mbo:25lw/25lw00 ", { sector: "MBO", brin: "25LW", locationCode: "25LW00" }],
])("reads %s", (text, code) => {
  expect(readSchoolCode(text)).toEqual(code);
});

it.each(["", "00AH", "00AH/", "HO:00AH/00AH07", "00AH/1234567", "00AH-07", "VO:00AH/00AH07/x"])(
  "does not take %j for a school",
  (text) => {
    expect(readSchoolCode(text)).toBeNull();
  },
);
