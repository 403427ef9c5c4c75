import { PromiseBar } from "@/components/ui/promise-bar";
import { translatorFor } from "@/lib/i18n/translator";
import type { Now } from "@/lib/shared/clock";
import type { NarrateReader } from "@/lib/timeline/narrator";
import { type NextFacts, nextOf, type ReactionPromise, whatIsNext } from "@/lib/timeline/next";
import { SentenceText } from "./sentence-text";

interface WhatIsNextProps {
  readonly report: NextFacts;
  readonly reader: NarrateReader;
  readonly now: Now;
}

/** What the reader may expect now; while a reaction is promised, with the working days of that promise. */
export function WhatIsNext({ report, reader, now }: WhatIsNextProps) {
  const next = nextOf(report, now);
  return (
    <div className="grid gap-2.5">
      <SentenceText sentence={whatIsNext(report, now, reader, translatorFor(reader.locale))} />
      {next.kind === "promise" ? <Promised promise={next.promise} reader={reader} /> : null}
    </div>
  );
}

function Promised({ promise, reader }: { readonly promise: ReactionPromise; readonly reader: NarrateReader }) {
  const t = translatorFor(reader.locale);
  const { used, term, isLate } = promise;
  const label = isLate ? t("timeline.next.barLate", { term }) : t("timeline.next.bar", { used, term });
  return (
    <PromiseBar total={term} day={used} state={isLate ? "late" : "running"} label={label}>
      {label}
    </PromiseBar>
  );
}
