import { addDays, type CalendarDate, readWrittenDay } from "@/lib/shared/calendar-date";
import { isWorkingDay } from "@/lib/shared/working-days";
import { absenceType, isAbsenceType } from "./absence-types";
import { hourEntries, readQuantity } from "./form-hours";
import { type FormValues, givenIn, textIn, textsIn } from "./form-values";

/** The fields of the form in the shape of a report; the schema judges, this only reshapes. */
export function fromForm(values: FormValues, today: CalendarDate) {
  const isNoActionWanted = textIn(values, "actionWanted") === "no";
  return {
    school: schoolOf(textIn(values, "school.location")),
    student: { number: textIn(values, "student.number") },
    type: givenIn(values, "type"),
    ...askedOf(values, today),
    reasonCode: givenIn(values, "reasonCode"),
    reason: givenIn(values, "reason"),
    explanation: givenIn(values, "explanation"),
    schoolActions: textsIn(values, "schoolActions").filter((code) => code !== ""),
    schoolActionsNote: givenIn(values, "schoolActionsNote"),
    actionWanted: !isNoActionWanted,
    noActionReason: isNoActionWanted ? givenIn(values, "noActionReason") : undefined,
    urgent: textIn(values, "isUrgent") === "yes" ? { reason: textIn(values, "urgent.reason") } : undefined,
    contact: contactOf(values),
    parentPhone: givenIn(values, "parentPhone"),
    stay: stayOf(values),
    ownReference: givenIn(values, "ownReference"),
    ...besideOthers(values),
  };
}

/** `VO:00AH07` as the parts that the schema knows. Which locations are one's own is the command's business. */
function schoolOf(text: string) {
  const [sector = "", code = ""] = text.split(":");
  return { sector: sector === "" ? undefined : sector, brin: code.slice(0, 4), location: code };
}

/** Only what this type asks: what was typed for another type and is not on the screen any more stays behind. */
function askedOf(values: FormValues, today: CalendarDate) {
  const type = textIn(values, "type");
  if (!isAbsenceType(type)) return {};
  const { asks } = absenceType(type);
  const period = asks.period === "period" ? periodOf(values, today) : {};
  return {
    ...period,
    hours: asks.hours ? withoutNone(hourEntries(values, period, today)) : undefined,
    arrivals: asks.arrivals ? withoutNone(arrivalsOf(values)) : undefined,
  };
}

function withoutNone<Entry>(entries: readonly Entry[]): readonly Entry[] | undefined {
  return entries.length === 0 ? undefined : entries;
}

interface Period {
  readonly firstDay?: string | undefined;
  readonly lastDay?: string | undefined;
}

export function periodOf(values: FormValues, today: CalendarDate): Period {
  const firstDay = dayIn(values, "firstDay");
  const isBack = textIn(values, "isBack") === "yes";
  const lastDay = dayIn(values, "lastDay") ?? (isBack ? lastDayBefore(today, firstDay) : undefined);
  return { firstDay, lastDay };
}

/** Who is back at school today was away until the last school day before it. */
export function lastDayBefore(today: CalendarDate, firstDay: string | undefined): string {
  let day = addDays(today, -1);
  while (!isWorkingDay(day)) day = addDays(day, -1);
  return firstDay !== undefined && firstDay <= today && day < firstDay ? firstDay : day;
}

/** A day as it was written; what cannot be read goes on as it is and is refused at the field. */
function dayIn(values: FormValues, name: string): string | undefined {
  const text = givenIn(values, name);
  return text === undefined ? undefined : (readWrittenDay(text) ?? text);
}

/** Late arrivals, row by row; an empty row is none. */
export function arrivalsOf(values: FormValues) {
  const days = textsIn(values, "arrivals.day");
  const minutes = textsIn(values, "arrivals.minutes");
  return days.flatMap((text, index) => {
    const written = text.trim();
    const late = minutes[index]?.trim() ?? "";
    if (written === "" && late === "") return [];
    return [{ day: readWrittenDay(written) ?? written, minutes: readQuantity(late) }];
  });
}

/** Rows of late arrivals without the empty ones between them, so that the third entry is the third row. */
export function withoutEmptyRows(values: FormValues): FormValues {
  const days = textsIn(values, "arrivals.day");
  const minutes = textsIn(values, "arrivals.minutes");
  const kept = days.flatMap((day, index) => (`${day}${minutes[index] ?? ""}`.trim() === "" ? [] : [index]));
  return {
    ...values,
    "arrivals.day": kept.map((index) => days[index] ?? ""),
    "arrivals.minutes": kept.map((index) => minutes[index] ?? ""),
  };
}

export function contactOf(values: FormValues) {
  const [name, email] = [textIn(values, "contact.name"), textIn(values, "contact.email")];
  return { name, function: givenIn(values, "contact.function"), email, phone: givenIn(values, "contact.phone") };
}

const stayFields = ["postcode", "houseNumber", "street", "city", "note"] as const;

function stayOf(values: FormValues) {
  const given = stayFields.map((field) => [field, givenIn(values, `stay.${field}`)] as const);
  if (given.every(([, text]) => text === undefined)) return undefined;
  return {
    ...Object.fromEntries(given),
    postcode: textIn(values, "stay.postcode"),
    houseNumber: textIn(values, "stay.houseNumber"),
  };
}

/** The answer to "there is a report of these days already": add to it, or file beside it. */
function besideOthers(values: FormValues) {
  const answer = textIn(values, "overlap");
  const found = givenIn(values, "overlapReference");
  return {
    followUpTo: answer === "follow-up" ? found : givenIn(values, "followUpTo"),
    separate: answer === "separate" ? true : undefined,
  };
}
