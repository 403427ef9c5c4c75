import type { ReportFormState } from "@/components/reports/form/form-state";
import { findSchoolLocations } from "@/lib/directory/queries.server";
import type { Locale } from "@/lib/i18n/locale";
import type { SchoolViewer } from "@/lib/identity/viewer";
import { beginFollowUp } from "@/lib/reports/commands/begin-follow-up.server";
import { followUpValues } from "@/lib/reports/follow-up-start";
import type { FormValues } from "@/lib/reports/form-values";
import { nextValues } from "@/lib/reports/next-start";
import { findLastContact } from "@/lib/reports/queries/last-contact.server";
import { findCounting } from "@/lib/reports/queries/standing.server";
import { findReport } from "@/lib/reports/queries.server";
import type { Now } from "@/lib/shared/clock";
import { newId } from "@/lib/shared/ids";
import { orNotFound } from "@/lib/web/or-not-found.server";
import { aboutStudent } from "./find-student";
import { hourPeriod } from "./turn";

/** The form before anything was typed; the submission id makes that sending twice files once. */
export function emptyReportForm(): ReportFormState {
  return {
    step: "who",
    values: { submissionId: newId(), draftPage: newId() },
    faults: [],
    isSignedOut: false,
    student: null,
    period: null,
    counting: null,
    checked: null,
    round: 0,
  };
}

export function startOf(viewer: SchoolViewer): ReportFormState {
  const start = emptyReportForm();
  return { ...start, values: { ...start.values, "contact.name": viewer.name, "contact.email": viewer.email } };
}

/** Whom the office can call is as it was the last time; where the student has lessons, the register says. */
export async function usualStart(viewer: SchoolViewer): Promise<ReportFormState> {
  const [start, last] = [startOf(viewer), await findLastContact(viewer)];
  if (last === null) return start;
  const values: FormValues = {
    ...start.values,
    "contact.name": last.name,
    "contact.function": last.function ?? "",
    "contact.email": last.email ?? viewer.email,
    "contact.phone": last.phone ?? "",
  };
  return { ...start, values };
}

/** One after the other: what the last report has in common with the next stays, and who it is about is asked. */
export async function nextStart(viewer: SchoolViewer, reference: string, now: Now): Promise<ReportFormState> {
  const [sent, locations] = await Promise.all([
    orNotFound(() => findReport(viewer, now, reference)),
    findSchoolLocations(viewer),
  ]);
  const start = startOf(viewer);
  return { ...start, values: { ...start.values, ...nextValues(sent, locations) } };
}

/** A follow-up begins at the second step: who it is, is known. */
export async function followUpStart(
  viewer: SchoolViewer,
  reference: string,
  { now, locale }: { readonly now: Now; readonly locale: Locale },
): Promise<ReportFormState> {
  const followed = await orNotFound(() => beginFollowUp(viewer, reference, now));
  const { student, location } = followed;
  const start = startOf(viewer);
  const values: FormValues = {
    ...start.values,
    ...followUpValues(await findReport(viewer, now, reference), now.today),
    followUpTo: followed.reference,
    "school.location": `${location.sector}:${location.locationCode}`,
    "contact.name": viewer.name,
    "contact.email": viewer.email,
  };
  return {
    ...start,
    step: "what",
    period: hourPeriod(values, now.today),
    counting: await findCounting(viewer, now, { studentId: student.id, locationId: location.id }),
    student: { name: student.name, about: aboutStudent(student, now.today, locale) },
    values,
  };
}
