import { z } from "zod";
import { municipalityCode, regionNumber, text } from "@/lib/directory/imports/cells";
import { defineImport } from "@/lib/directory/imports/define-import";

export const regions = defineImport({
  row: z.strictObject({
    number: regionNumber,
    name: text(100),
    lead_municipality_code: municipalityCode.optional(),
  }),
  staged: { number: "int", name: "text", lead_municipality_code: "text" },
  stage: (row) => row,
});
