import { formatDay } from "@/lib/i18n/format";
import { calendarDate } from "@/lib/shared/calendar-date";
import type { TimelineEvent } from "./events";
import { done, labelOf, type Narrator } from "./narrator";
import type { Sentence } from "./sentence";

type Transfer = Extract<
  TimelineEvent,
  {
    kind:
      | "referred"
      | "transfer_offered"
      | "transfer_accepted"
      | "transfer_refused"
      | "transfer_lapsed"
      | "transfer_taken_back";
  }
>;

/** A report that goes to another office, or is offered to it; offices without a name are not for this reader (settled 12). */
export function narrateTransfer(event: Transfer, narrator: Narrator): Sentence {
  const { t } = narrator;
  const { from, to } = event.data;
  if (to === "") return done(narrator, t("timeline.routed.protected"));
  const text = t(`timeline.transfer.${event.kind}`, { from, to });
  return done(narrator, text, { names: [from, to], detail: detailOf(event, narrator) });
}

function detailOf(event: Transfer, narrator: Narrator): string | null {
  const why = whyOf(event.data.reason, narrator);
  if (event.kind !== "transfer_offered") return why;
  const { t, reader } = narrator;
  const day = formatDay(calendarDate.parse(event.data.dueOn), reader.locale);
  const until = t("timeline.transfer.until", { from: event.data.from, to: event.data.to, day });
  return why === null ? until : `${why} ${until}`;
}

/** Null: no reason, or not for this reader. */
function whyOf(reason: string, { t, labels, reader }: Narrator): string | null {
  return reason === ""
    ? null
    : t("timeline.transfer.because", { because: labelOf(labels.transfers, reason, reader.locale) });
}
