import "server-only";
import type { ImportKind } from "@/lib/directory/import-rows";
import { municipalitiesPlan, municipalityChangesPlan } from "@/lib/directory/imports/municipalities.server";
import { officesPlan } from "@/lib/directory/imports/offices.server";
import {
  type ImportPlan,
  knownMunicipality,
  knownStudent,
  plainPlan,
  studentKeys,
} from "@/lib/directory/imports/plan.server";
import { schoolsPlan } from "@/lib/directory/imports/schools.server";
import { studentsPlan } from "@/lib/directory/imports/students.server";

export const importPlans: Readonly<Record<ImportKind, ImportPlan>> = {
  // The lead municipality is not checked: municipalities come after regions.
  regions: plainPlan({
    into: "regions",
    key: ["number"],
    keyColumn: "number",
    columns: { name: "name", lead_municipality_code: "lead_municipality_code" },
  }),
  municipalities: municipalitiesPlan,
  "municipality-changes": municipalityChangesPlan,
  postcodes: plainPlan({
    into: "postcode_areas",
    key: ["postcode", "municipality_code", "valid_from_on"],
    keyColumn: "postcode",
    columns: { valid_until_on: "valid_until", share: "share" },
    checks: [knownMunicipality],
  }),
  offices: officesPlan,
  schools: schoolsPlan,
  students: studentsPlan,
  enrolments: plainPlan({
    into: "enrolments",
    key: ["student_id", "sector", "location_code", "first_day_on"],
    keyColumn: "student_number",
    columns: {
      brin: "brin",
      location_id: "location_code",
      last_day_on: "last_day",
      programme_code: "programme_code",
      level: "level",
      group_name: "group",
      exit_reason: "exit_reason",
      diploma: "diploma",
    },
    once: ["id"],
    resolve: `SELECT s.*, k.id AS student_id, l.id AS location_id FROM staged s
      LEFT JOIN ${studentKeys} k ON k.number_hash = s.number_hash
      LEFT JOIN locations l ON l.sector = s.sector AND l.location_code = s.location_code`,
    checks: [
      knownStudent,
      {
        column: "location_code",
        code: "location-unknown",
        where: "s.location_id IS NULL AND s.sector NOT IN ('HO', 'OTHER')",
        fact: "s.sector || ' ' || s.location_code",
      },
    ],
  }),
  exemptions: plainPlan({
    into: "exemptions",
    key: ["student_id", "article", "valid_from_on"],
    keyColumn: "student_number",
    columns: { valid_until_on: "until" },
    resolve: `SELECT s.*, k.id AS student_id FROM staged s LEFT JOIN ${studentKeys} k ON k.number_hash = s.number_hash`,
    checks: [knownStudent],
  }),
  calendar: plainPlan({
    into: "calendar_periods",
    key: ["owner", "first_day_on", "kind"],
    keyColumn: "first_day",
    columns: { last_day_on: "last_day", name: "name" },
    once: ["holiday_region", "brin", "location_code", "group_name", "programme_code"],
    checks: [
      {
        column: "brin",
        code: "school-unknown",
        where: `s.brin IS NOT NULL
          AND NOT EXISTS (SELECT FROM locations l WHERE l.brin = s.brin)`,
        fact: "s.brin",
      },
    ],
  }),
};
