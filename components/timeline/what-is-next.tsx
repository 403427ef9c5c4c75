import { PromiseBar } from "@/components/ui/promise-bar";
import { formatWeekday } from "@/lib/i18n/format";
import { translatorFor } from "@/lib/i18n/translator";
import { dayOf } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import type { NarrateReader } from "@/lib/timeline/narrator";
import { callToCome, type NextFacts, nextOf, whatIsNext } from "@/lib/timeline/next";
import { dayOfPromise, type ReactionPromise } from "@/lib/timeline/promise";
import { statuses } from "@/lib/timeline/statuses";
import { SentenceText } from "./sentence-text";

interface WhatIsNextProps {
  readonly report: NextFacts;
  readonly reader: Pick<NarrateReader, "side" | "locale">;
  readonly now: Now;
}

/** Until when the office wants to be done with an open report, if it promises that. */
export function DoneBy({ report, reader, now }: WhatIsNextProps) {
  const { closeDueAt } = report.clock;
  if (closeDueAt === null || !statuses[report.status].open) return null;
  const day = formatWeekday(dayOf(closeDueAt), now.today, reader.locale);
  return <p className="text-sm text-ink-soft">{translatorFor(reader.locale)("timeline.next.doneBy", { day })}</p>;
}

interface PromisedProps {
  readonly promise: ReactionPromise;
  readonly reader: Pick<NarrateReader, "side" | "locale">;
  readonly now: Now;
}

/** What the reader may expect now; while a reaction is promised, with the working days of that promise. */
export function WhatIsNext({ report, reader, now }: WhatIsNextProps) {
  const next = nextOf(report, now);
  const t = translatorFor(reader.locale);
  const call = callToCome(report, now, reader, t);
  return (
    <div className="grid gap-2.5">
      <SentenceText sentence={whatIsNext(report, now, reader, t)} />
      {call === null ? null : <p>{call}</p>}
      <DoneBy report={report} reader={reader} now={now} />
      {next.kind === "promise" ? <Promised promise={next.promise} reader={reader} now={now} /> : null}
      {next.kind === "promise" && next.of === "reaction" ? (
        <Usually days={report.clock.usualDays} reader={reader} />
      ) : null}
    </div>
  );
}

/** What a promise is worth: how fast this office really was, in the last quarter. */
function Usually({ days, reader }: Pick<PromisedProps, "reader"> & { readonly days: number | null }) {
  if (days === null) return null;
  return <p className="text-sm text-ink-soft">{translatorFor(reader.locale)("timeline.next.usually", { days })}</p>;
}

export function stateOf({ isLate, still }: ReactionPromise): "late" | "still" | "running" {
  if (isLate) return "late";
  return still === null ? "running" : "still";
}

function Promised({ promise, reader, now }: PromisedProps) {
  const label = dayOfPromise(promise, now.today, reader.locale, translatorFor(reader.locale));
  return (
    <PromiseBar total={promise.term} day={promise.used} state={stateOf(promise)} label={label}>
      {label}
    </PromiseBar>
  );
}
