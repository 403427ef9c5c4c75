import { Details } from "@/components/ui/details";
import { StatusTag } from "@/components/ui/status-tag";
import { TextLink } from "@/components/ui/text-link";
import { Timeline, type TimelineItem } from "@/components/ui/timeline";
import { formatMoment, formatMonth } from "@/lib/i18n/format";
import { type Translate, translatorFor } from "@/lib/i18n/translator";
import type { Now } from "@/lib/shared/clock";
import type { NarrateReader } from "@/lib/timeline/narrator";
import type { NextFacts } from "@/lib/timeline/next";
import { wholeStoryHref } from "@/lib/timeline/span";
import { groupStory, type StoryEntry, type StoryLine, tellPast, tellStory } from "@/lib/timeline/story";
import { narrateLabels } from "./narrate-labels";
import { SentenceText } from "./sentence-text";

interface ReportTimelineProps {
  readonly report: NextFacts & { readonly timeline: readonly StoryEntry[]; readonly hasEarlierEvents: boolean };
  readonly reader: NarrateReader;
  readonly now: Now;
  /** What came later is marked as new. */
  readonly newSince?: Date;
  /** On paper nothing is folded away. */
  readonly isWhole?: boolean;
}

/** What happened with a report and what comes next, newest first. Notes stand only with a reader who was given them. */
export function ReportTimeline({ report, reader, now, newSince, isWhole = false }: ReportTimelineProps) {
  const t = translatorFor(reader.locale);
  const since = newSince === undefined ? {} : { newSince };
  const told = tellStory(report, { reader, now, t, labels: narrateLabels, ...since });
  const lines = isWhole ? told.map((line) => ({ ...line, see: null })) : told;
  const { recent, earlier } = isWhole ? { recent: lines, earlier: [] } : groupStory(lines);
  return (
    <>
      <Timeline label={t("timeline.heading")} items={recent.map((line) => itemOf(line, reader, t))} />
      {earlier.map(({ month, lines: some }) => (
        <Details
          key={month}
          summary={t("timeline.month", { month: formatMonth(month, reader.locale), count: some.length })}
        >
          <Timeline
            label={t("timeline.month", { month: formatMonth(month, reader.locale), count: some.length })}
            items={some.map((line) => itemOf(line, reader, t))}
          />
        </Details>
      ))}
      {report.hasEarlierEvents ? <TextLink href={wholeStoryHref}>{t("timeline.whole")}</TextLink> : null}
    </>
  );
}

/** A story that is over for this reader: nothing comes next, and what was said in it stands nowhere else. */
export function ToldStory({
  timeline,
  reader,
}: {
  readonly timeline: readonly StoryEntry[];
  readonly reader: NarrateReader;
}) {
  const t = translatorFor(reader.locale);
  const told = tellPast(timeline, { reader, t, labels: narrateLabels });
  const lines = told.map((line) => ({ ...line, see: null }));
  return <Timeline label={t("timeline.heading")} items={lines.map((line) => itemOf(line, reader, t))} />;
}

function itemOf(line: StoryLine, { locale }: NarrateReader, t: Translate): TimelineItem {
  const { key, sentence, at, note, isNew, see } = line;
  return {
    id: key,
    kind: sentence.tone,
    text: <SentenceText sentence={sentence} />,
    moment:
      at === null ? { shown: t("timeline.next.label") } : { shown: formatMoment(at, locale), iso: at.toISOString() },
    beside: isNew || see !== null ? <Beside isNew={isNew} see={see} t={t} /> : null,
    children: sentence.said === null && note === null ? null : <Spoken said={sentence.said} note={note} t={t} />,
  };
}

function Beside({ isNew, see, t }: Pick<StoryLine, "isNew" | "see"> & { readonly t: Translate }) {
  return (
    <>
      {isNew ? <StatusTag tone="busy">{t("timeline.isNew")}</StatusTag> : null}
      {isNew && see !== null ? " " : null}
      {see === null ? null : <TextLink href={see.href}>{t(`timeline.see.${see.kind}`)}</TextLink>}
    </>
  );
}

interface SpokenProps {
  readonly said: string | null;
  readonly note: string | null;
  readonly t: Translate;
}

function Spoken({ said, note, t }: SpokenProps) {
  return (
    <>
      {said === null ? null : <p className="whitespace-pre-line break-words">{said}</p>}
      {note === null ? null : (
        <div className="grid gap-0.5">
          <p className="text-sm font-semibold text-ink-soft">{t("timeline.note")}</p>
          <p className="whitespace-pre-line break-words">{note}</p>
        </div>
      )}
    </>
  );
}
