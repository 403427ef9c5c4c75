import { z } from "zod";
import { day, inOrder, municipalityCode, postcodeArea, share } from "@/lib/directory/imports/cells";
import { defineImport } from "@/lib/directory/imports/define-import";

const validity = inOrder("valid_from", "valid_until");
/** Part of the key, so it cannot be empty: before anybody who can be reported was born. */
const always = "1900-01-01";

export const postcodes = defineImport({
  row: z
    .strictObject({
      postcode: postcodeArea,
      municipality_code: municipalityCode,
      valid_from: day.optional(),
      valid_until: day.optional(),
      share: share.optional(),
    })
    .refine(validity.holds, validity.refusal),
  staged: {
    postcode: "text",
    municipality_code: "text",
    valid_from_on: "date",
    valid_until_on: "date",
    share: "numeric(6,5)",
  },
  stage: ({ valid_from, valid_until, ...row }) => ({
    ...row,
    valid_from_on: valid_from ?? always,
    valid_until_on: valid_until,
  }),
});
