import type { TimelineEvent } from "./events";
import { done, labelOf, type Narrator, whoIs } from "./narrator";
import type { Sentence } from "./sentence";

type Paper = Extract<
  TimelineEvent,
  { kind: "attached" | "attachment_checked" | "attachment_refused" | "attachment_removed" }
>;

/** A paper that came along with the report, was stopped, or was taken away. */
export function narratePaper(event: Paper, narrator: Narrator): Sentence {
  const { t, labels, reader } = narrator;
  const paper = labelOf(labels.papers, event.data.kind, reader.locale);
  const text = t(`timeline.paper.${event.kind}`, { ...whoIs(narrator), paper });
  const isWaiting = event.kind === "attached" && event.data.waits;
  return done(narrator, text, { detail: isWaiting ? t("timeline.paper.waits") : null });
}
