import { z } from "zod";
import { diplomas, enrolmentSectors, exitReasons } from "@/lib/directory/codes";
import { brin, day, fullLocationCode, inOrder, locationCode, oneOf, text } from "@/lib/directory/imports/cells";
import { defineImport } from "@/lib/directory/imports/define-import";
import { studentNumber } from "@/lib/directory/student-number";

const period = inOrder("first_day", "last_day");

export const enrolments = defineImport({
  row: z
    .strictObject({
      student_number: studentNumber,
      sector: oneOf(enrolmentSectors),
      brin,
      location_code: locationCode,
      programme_code: text(20).optional(),
      level: text(20).optional(),
      group: text(30).optional(),
      first_day: day,
      last_day: day.optional(),
      exit_reason: oneOf(exitReasons).optional(),
      diploma: oneOf(diplomas).optional(),
    })
    .refine(period.holds, period.refusal)
    .refine((row) => fullLocationCode(row).startsWith(row.brin), {
      path: ["location_code"],
      error: "location-of-other-school",
    }),
  staged: {
    id: "uuid",
    number_hash: "text",
    sector: "sector",
    brin: "text",
    location_code: "text",
    first_day_on: "date",
    last_day_on: "date",
    programme_code: "text",
    level: "text",
    group_name: "text",
    exit_reason: "text",
    diploma: "text",
  },
  stage: ({ student_number, group, first_day, last_day, ...row }, tools) => ({
    ...row,
    id: tools.newId(),
    number_hash: tools.hash(student_number),
    location_code: fullLocationCode(row),
    first_day_on: first_day,
    last_day_on: last_day,
    group_name: group,
  }),
});
