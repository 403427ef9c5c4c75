import { z } from "zod";
import { dayOfHistory, municipalityCode, oneOf, share, text } from "@/lib/directory/imports/cells";
import { defineImport } from "@/lib/directory/imports/define-import";

const changeKinds = ["merger", "split", "border-correction"] as const;

export const municipalityChanges = defineImport({
  row: z
    .strictObject({
      old_code: municipalityCode,
      new_code: municipalityCode,
      effective_date: dayOfHistory,
      kind: oneOf(changeKinds),
      old_name: text(100).optional(),
      share_of_old: share.optional(),
    })
    .refine((row) => row.old_code !== row.new_code, { path: ["new_code"], error: "change-into-itself" }),
  staged: {
    old_code: "text",
    new_code: "text",
    effective_on: "date",
    kind: "text",
    old_name: "text",
    share_of_old: "numeric(6,5)",
  },
  stage: ({ effective_date, ...row }) => ({ ...row, effective_on: effective_date }),
});
