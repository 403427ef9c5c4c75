import { z } from "zod";
import { day, inOrder, municipalityCode, oneOf, regionNumber, text } from "@/lib/directory/imports/cells";
import { defineImport } from "@/lib/directory/imports/define-import";
import { holidayRegions } from "@/lib/directory/school-calendar";

const validity = inOrder("valid_from", "valid_until");

export const municipalities = defineImport({
  row: z
    .strictObject({
      code: municipalityCode,
      name: text(100),
      province: text(50),
      region_number: regionNumber,
      holiday_region: oneOf(holidayRegions).optional(),
      valid_from: day.optional(),
      valid_until: day.optional(),
    })
    .refine(validity.holds, validity.refusal),
  staged: {
    code: "text",
    name: "text",
    province: "text",
    region_number: "int",
    holiday_region: "text",
    valid_from_on: "date",
    valid_until_on: "date",
  },
  stage: ({ valid_from, valid_until, ...row }) => ({ ...row, valid_from_on: valid_from, valid_until_on: valid_until }),
});
