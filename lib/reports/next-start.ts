import type { SchoolLocation } from "@/lib/directory/views";
import type { FormValues } from "./form-values";
import type { ReportView } from "./views";

/** What the next report has in common with the one that was just sent: type, location and whom the office can call. */
export function nextValues(sent: ReportView, locations: readonly SchoolLocation[]): FormValues {
  const { locationCode, locationName } = sent.school;
  const location = locations.find((own) => own.locationCode === locationCode && own.name === locationName);
  const { name, function: job, email, phone } = sent.contact;
  return {
    type: sent.type,
    ...(location === undefined ? {} : { "school.location": `${location.sector}:${location.locationCode}` }),
    "contact.name": name,
    "contact.function": job ?? "",
    "contact.email": email ?? "",
    "contact.phone": phone ?? "",
  };
}
