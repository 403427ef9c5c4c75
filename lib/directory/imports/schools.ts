import { z } from "zod";
import { reportingSectors } from "@/lib/directory/codes";
import { brin, longLocationCode, municipalityCode, oneOf, postcode, text } from "@/lib/directory/imports/cells";
import { defineImport } from "@/lib/directory/imports/define-import";

export const schools = defineImport({
  row: z
    .strictObject({
      sector: oneOf(reportingSectors),
      brin,
      location_code: longLocationCode,
      name: text(200),
      street: text(100),
      postcode,
      city: text(100),
      municipality_code: municipalityCode,
      type: text(50).optional(),
      board_number: text(20).optional(),
      denomination: text(50).optional(),
      /** The institution that leads the board under which this one reports; empty: as it was. */
      organisation_code: brin.optional(),
    })
    .refine((row) => row.location_code.startsWith(row.brin), {
      path: ["location_code"],
      error: "location-of-other-school",
    }),
  staged: {
    sector: "sector",
    brin: "text",
    location_code: "text",
    name: "text",
    street: "text",
    postcode: "text",
    city: "text",
    municipality_code: "text",
    type: "text",
    board_number: "text",
    denomination: "text",
    organisation_code: "text",
    id: "uuid",
    organisation_id: "uuid",
  },
  stage: (row, tools) => ({ ...row, id: tools.newId(), organisation_id: tools.newId() }),
});
