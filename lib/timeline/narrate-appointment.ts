import { formatDay, formatHour } from "@/lib/i18n/format";
import { calendarDate } from "@/lib/shared/calendar-date";
import type { TimelineEvent } from "./events";
import { done, labelOf, type Narrator, whoIs } from "./narrator";
import type { Sentence } from "./sentence";

type Appointment = Extract<TimelineEvent, { kind: "talk_ended" | "talk_moved" }>;

/** What became of a talk that was planned. */
export function narrateAppointment(event: Appointment, narrator: Narrator): Sentence {
  const { t, reader, labels } = narrator;
  const dayOf = (day: string) => formatDay(calendarDate.parse(day), reader.locale);
  const who = whoIs(narrator);
  if (event.kind === "talk_moved") {
    const { from, on, time, place, words } = event.data;
    const hour = time === null ? "none" : formatHour(time, reader.locale);
    const where = { time: hour, place: place ?? "", hasPlace: place === null ? "no" : "yes" };
    const text = t("timeline.appointment.moved", { ...who, from: dayOf(from), day: dayOf(on), ...where });
    return done(narrator, text, { said: words });
  }
  const { on, outcome, present, words } = event.data;
  const how = labelOf(labels.talkOutcomes, outcome, reader.locale);
  const there = present === null ? null : labelOf(labels.talkPresent, present, reader.locale);
  return done(narrator, t("timeline.appointment.ended", { ...who, day: dayOf(on), how }), {
    detail: there === null ? null : t("timeline.appointment.present", { there }),
    said: words,
  });
}
