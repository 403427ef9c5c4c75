import { formatDay } from "@/lib/i18n/format";
import { calendarDate } from "@/lib/shared/calendar-date";
import { correctedFields } from "./corrected-fields";
import type { EventData, TimelineEvent } from "./events";
import { done, labelOf, listOf, type Narrator, whoIs } from "./narrator";
import type { Sentence } from "./sentence";

type SchoolEvent = Extract<
  TimelineEvent,
  { kind: "filed" | "written_down" | "confirmed" | "confirm_reminded" | "corrected" | "withdrawn" }
>;

/** What a school does with its own report, or has an office write down for it. */
export function narrateSchool(event: SchoolEvent, narrator: Narrator): Sentence {
  const { t, reader } = narrator;
  switch (event.kind) {
    case "filed":
      return narrateFiled(event.data, narrator);
    case "written_down":
      return narrateWrittenDown(event.data, narrator);
    case "confirmed":
      return done(narrator, t("timeline.confirmed", whoIs(narrator)));
    case "confirm_reminded":
      return done(narrator, t("timeline.confirmReminded"), {
        detail: reader.side === "school" ? t("timeline.confirmRemindedAsk") : null,
      });
    case "corrected":
      return narrateCorrected(event.data, narrator);
    case "withdrawn":
      return done(narrator, t("timeline.withdrawn", whoIs(narrator)), { said: event.data.reason });
  }
}

function narrateFiled({ type, followUpTo }: EventData<"filed">, narrator: Narrator): Sentence {
  const { t, labels, reader } = narrator;
  const words = { ...whoIs(narrator), type: labelOf(labels.absenceTypes, type, reader.locale) };
  return followUpTo === null
    ? done(narrator, t("timeline.filed", words))
    : done(narrator, t("timeline.filedAgain", { ...words, reference: followUpTo }));
}

function narrateWrittenDown({ type, caller }: EventData<"written_down">, narrator: Narrator): Sentence {
  const { t, labels, reader } = narrator;
  const words = { ...whoIs(narrator), caller, type: labelOf(labels.absenceTypes, type, reader.locale) };
  return done(narrator, t("timeline.writtenDown", words), {
    detail: reader.side === "school" ? t("timeline.writtenDownAsk") : null,
  });
}

function narrateCorrected({ fields, lastDay }: EventData<"corrected">, narrator: Narrator): Sentence {
  const { t, reader } = narrator;
  const who = whoIs(narrator);
  const day = lastDay === null ? null : formatDay(calendarDate.parse(lastDay), reader.locale);
  if (day !== null && fields.length === 1) return done(narrator, t("timeline.corrected.back", { ...who, day }));
  const names = [...new Set(fields.map((field) => labelOf(correctedFields, field, reader.locale)))];
  return done(narrator, t("timeline.corrected.fields", { ...who, fields: listOf(names, reader.locale) }), {
    detail: day === null ? null : t("timeline.corrected.lastDay", { day }),
  });
}
