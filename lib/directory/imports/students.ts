import { z } from "zod";
import { day, municipalityCode, oneOf, text } from "@/lib/directory/imports/cells";
import { defineImport } from "@/lib/directory/imports/define-import";
import { numberHint, readStudentNumber, studentNumber } from "@/lib/directory/student-number";

const residenceKinds = ["resident", "correspondence", "abroad", "unknown", "protected"] as const;
const kindsWithMunicipality: ReadonlySet<string> = new Set(["resident", "correspondence"]);

/** Several rows for one student are his residence history; the latest one gives name and dates. */
export const students = defineImport({
  row: z
    .strictObject({
      student_number: studentNumber,
      first_name: text(100),
      prefix: text(30).optional(),
      last_name: text(100),
      birth_date: day,
      residence_kind: oneOf(residenceKinds),
      municipality_code: municipalityCode.optional(),
      street: text(100).optional(),
      house_number: text(20).optional(),
      postcode: text(12).optional(),
      city: text(100).optional(),
      country: text(60).optional(),
      resident_from: day,
      basic_qualification_on: day.optional(),
      deceased_on: day.optional(),
      other_number: studentNumber.optional(),
    })
    .refine((row) => row.municipality_code !== undefined || !kindsWithMunicipality.has(row.residence_kind), {
      path: ["municipality_code"],
      error: "municipality-needed",
    })
    .refine((row) => row.other_number !== row.student_number, { path: ["other_number"], error: "number-twice" }),
  staged: {
    id: "uuid",
    number_hash: "text",
    number_sealed: "text",
    number_kind: "text",
    number_hint: "text",
    other_number_hash: "text",
    other_number_sealed: "text",
    first_name: "text",
    prefix: "text",
    last_name: "text",
    birth_date_on: "date",
    basic_qualification_on: "date",
    deceased_on: "date",
    kind: "residence_kind",
    municipality_code: "text",
    street: "text",
    house_number: "text",
    postcode: "text",
    city: "text",
    country: "text",
    resident_from_on: "date",
  },
  stage: ({ student_number, other_number, birth_date, residence_kind, resident_from, ...row }, tools) => {
    const read = readStudentNumber(student_number);
    return {
      ...row,
      id: tools.newId(),
      number_hash: tools.hash(student_number),
      number_sealed: tools.seal(student_number),
      number_kind: read.ok ? read.kind : null,
      number_hint: numberHint(student_number),
      other_number_hash: other_number === undefined ? null : tools.hash(other_number),
      other_number_sealed: other_number === undefined ? null : tools.seal(other_number),
      birth_date_on: birth_date,
      kind: residence_kind,
      postcode: row.postcode?.replaceAll(/\s/g, "").toUpperCase(),
      resident_from_on: resident_from,
    };
  },
});
