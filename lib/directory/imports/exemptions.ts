import { z } from "zod";
import { exemptionArticles } from "@/lib/directory/codes";
import { day, inOrder, oneOf } from "@/lib/directory/imports/cells";
import { defineImport } from "@/lib/directory/imports/define-import";
import { studentNumber } from "@/lib/directory/student-number";

const validity = inOrder("from", "until");

export const exemptions = defineImport({
  row: z
    .strictObject({
      student_number: studentNumber,
      article: oneOf(exemptionArticles),
      from: day,
      until: day.optional(),
    })
    .refine(validity.holds, validity.refusal),
  staged: { number_hash: "text", article: "text", valid_from_on: "date", valid_until_on: "date" },
  stage: ({ student_number, from, until, article }, tools) => ({
    number_hash: tools.hash(student_number),
    article,
    valid_from_on: from,
    valid_until_on: until,
  }),
});
