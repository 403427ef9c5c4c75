import type { FormText } from "./form-text";

const labels: Readonly<Record<string, (text: FormText) => string>> = {
  "student.number": ({ number }) => number.label,
  "school.location": ({ location }) => location.label,
  type: (text) => text.type.label,
  firstDay: (text) => text.firstDay.label,
  lastDay: (text) => text.lastDay.label,
  hours: (text) => text.hours.label,
  arrivals: (text) => text.arrivals.label,
  reasonCode: (text) => text.reasonCode.label,
  reason: (text) => text.reason.label,
  explanation: (text) => text.explanation.label,
  schoolActions: (text) => text.schoolActions.label,
  schoolActionsNote: (text) => text.schoolActionsNote.label,
  noActionReason: (text) => text.noActionReason.label,
  "urgent.reason": (text) => text.urgentReason.label,
  "contact.name": ({ contact }) => contact.name,
  "contact.function": ({ contact }) => contact.function,
  "contact.email": ({ contact }) => contact.email,
  "contact.phone": ({ contact }) => contact.phone,
  parentPhone: (text) => text.parentPhone.label,
  "stay.postcode": ({ stay }) => stay.postcode,
  "stay.houseNumber": ({ stay }) => stay.houseNumber,
  "stay.street": ({ stay }) => stay.street,
  "stay.city": ({ stay }) => stay.city,
  "stay.note": ({ stay }) => stay.note,
  ownReference: (text) => text.ownReference.label,
};

/** How a field is called on the screen, for the list of what must be mended; null for what has no name of its own. */
export function labelOfField(field: string, text: FormText): string | null {
  const [head = "", index = "", part = ""] = field.split(".");
  if (head === "clock") return text.hours.label;
  if (head === "arrivals" && part !== "") {
    return `${text.arrivals.time} ${Number(index) + 1}, ${part === "day" ? text.arrivals.day : text.arrivals.minutes}`;
  }
  return labels[field]?.(text) ?? null;
}

const order = Object.keys(labels);

/** Where a field stands, so that what must be mended is read from top to bottom; the whole comes first. */
export function placeOnScreen(field: string | undefined): number {
  if (field === undefined) return -1;
  const [head = ""] = field.split(".");
  const name = head === "clock" ? "hours" : head;
  const exact = order.indexOf(field);
  return exact === -1 ? order.indexOf(name) : exact;
}
