import { PromiseBar } from "@/components/ui/promise-bar";
import { translatorFor } from "@/lib/i18n/translator";
import type { Now } from "@/lib/shared/clock";
import type { NarrateReader } from "@/lib/timeline/narrator";
import { dayOfPromise, type NextFacts, nextOf, type ReactionPromise, whatIsNext } from "@/lib/timeline/next";
import { SentenceText } from "./sentence-text";

interface WhatIsNextProps {
  readonly report: NextFacts;
  readonly reader: NarrateReader;
  readonly now: Now;
}

interface PromisedProps {
  readonly promise: ReactionPromise;
  readonly reader: NarrateReader;
  readonly now: Now;
}

/** What the reader may expect now; while a reaction is promised, with the working days of that promise. */
export function WhatIsNext({ report, reader, now }: WhatIsNextProps) {
  const next = nextOf(report, now);
  return (
    <div className="grid gap-2.5">
      <SentenceText sentence={whatIsNext(report, now, reader, translatorFor(reader.locale))} />
      {next.kind === "promise" ? <Promised promise={next.promise} reader={reader} now={now} /> : null}
    </div>
  );
}

function Promised({ promise, reader, now }: PromisedProps) {
  const label = dayOfPromise(promise, now.today, reader.locale, translatorFor(reader.locale));
  return (
    <PromiseBar total={promise.term} day={promise.used} state={promise.isLate ? "late" : "running"} label={label}>
      {label}
    </PromiseBar>
  );
}
