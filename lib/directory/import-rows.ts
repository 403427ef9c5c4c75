import { calendar } from "@/lib/directory/imports/calendar";
import type { ImportDefinition } from "@/lib/directory/imports/define-import";
import { enrolments } from "@/lib/directory/imports/enrolments";
import { exemptions } from "@/lib/directory/imports/exemptions";
import { municipalities } from "@/lib/directory/imports/municipalities";
import { municipalityChanges } from "@/lib/directory/imports/municipality-changes";
import { offices } from "@/lib/directory/imports/offices";
import { postcodes } from "@/lib/directory/imports/postcodes";
import { regions } from "@/lib/directory/imports/regions";
import { schools } from "@/lib/directory/imports/schools";
import { students } from "@/lib/directory/imports/students";

/** Every kind of file that fills the directory, in the order in which they rest on each other. */
export const importDefinitions = {
  regions,
  municipalities,
  "municipality-changes": municipalityChanges,
  postcodes,
  offices,
  schools,
  students,
  enrolments,
  exemptions,
  calendar,
} as const satisfies Record<string, ImportDefinition>;

export type ImportKind = keyof typeof importDefinitions;

export const importKinds = Object.keys(importDefinitions);

export function isImportKind(value: string): value is ImportKind {
  return Object.hasOwn(importDefinitions, value);
}
