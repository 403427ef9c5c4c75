import type { Locale } from "@/lib/i18n/locale";
import { type ColumnName, columns } from "./columns";

/** Files are in Dutch; who chooses columns in English reads here what each of them is. */
const english = {
  class: "Kind",
  class_code: "Kind (code)",
  reason: "Why",
  number: "BSN or education number",
  first_name: "First name",
  prefix: "Prefix",
  last_name: "Last name",
  birth_date: "Date of birth",
  age: "Age",
  municipality: "Municipality",
  standing: "Standing",
  since: "Since",
  sector: "Sector of education",
  school: "School",
  brin: "Institution code",
  location: "Location",
  programme: "Programme",
  level: "Level",
  first_day: "First day",
  last_day: "Last day",
  exit_reason: "Reason for leaving",
  diploma: "Diploma",
  special: "Special or practical education",
  next_school: "New school",
  next_first_day: "New enrolment from",
  absent_since: "Absent since",
  limit_on: "Limit reached on",
  report: "Report",
  mark: "What you do",
  mark_on: "Recorded on",
  corrections: "Corrected",
  oddities: "Note",
} as const satisfies Record<ColumnName, string>;

export function columnLabel(name: ColumnName, locale: Locale): string {
  return locale === "en" ? english[name] : columns[name].head;
}
