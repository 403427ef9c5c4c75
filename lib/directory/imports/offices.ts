import { z } from "zod";
import {
  day,
  inOrder,
  municipalityCode,
  oneOf,
  organisationCode,
  regionNumber,
  text,
} from "@/lib/directory/imports/cells";
import { defineImport } from "@/lib/directory/imports/define-import";
import type { DutyRegime } from "@/lib/directory/regime";
import { emailAddress, phoneNumber } from "@/lib/shared/words";

const officeKinds = ["municipal", "joint", "regional"] as const;
const competenceRegimes = ["compulsory", "qualification", "over_18"] as const satisfies readonly DutyRegime[];
const validity = inOrder("valid_from", "valid_until");

/** One row for each competence; what is said of the office itself is the same in all its rows. */
export const offices = defineImport({
  row: z
    .strictObject({
      code: organisationCode,
      name: text(100),
      kind: oneOf(officeKinds).optional(),
      municipality_code: municipalityCode,
      regime: oneOf(competenceRegimes),
      valid_from: day,
      valid_until: day.optional(),
      email: emailAddress,
      phone: phoneNumber.optional(),
      region_number: regionNumber.optional(),
    })
    .refine(validity.holds, validity.refusal)
    .refine((row) => row.kind !== "regional" || row.region_number !== undefined, {
      path: ["region_number"],
      error: "region-needed",
    }),
  staged: {
    code: "text",
    name: "text",
    kind: "text",
    municipality_code: "text",
    regime: "text",
    valid_from_on: "date",
    valid_until_on: "date",
    email: "text",
    phone: "text",
    region_number: "int",
    id: "uuid",
    competence_id: "uuid",
  },
  stage: ({ valid_from, valid_until, ...row }, tools) => ({
    ...row,
    valid_from_on: valid_from,
    valid_until_on: valid_until,
    id: tools.newId(),
    competence_id: tools.newId(),
  }),
});
