import { kinds } from "@/lib/attachments/kinds";
import { placesOf } from "@/lib/attachments/papers-zip";
import { requestKinds } from "@/lib/conversation/request-kinds";
import { formatMoment } from "@/lib/i18n/format";
import type { NarrateLabels } from "@/lib/timeline/narrate-labels";
import { tellPast } from "@/lib/timeline/story";
import type { CaseFile, FileReport, WrittenWords } from "./case-file";
import type { Chapter, StoryEntry } from "./document";
import { locale, t } from "./telling";

interface Told extends Omit<StoryEntry, "moment"> {
  readonly at: Date;
}

/** What happened with all the reports, from the beginning, as somebody outside the office must understand it. */
export function storyChapter({ reports }: CaseFile, labels: NarrateLabels): Chapter {
  const reader = { side: "desk", accountId: null, locale } as const;
  const told = reports.flatMap(({ report }) => {
    const timeline = report.timeline.map(({ event }) => ({ event, note: null }));
    return tellPast(timeline, { reader, t, labels }).flatMap(({ sentence, at }): readonly Told[] =>
      at === null
        ? []
        : [
            {
              at,
              text: [about(sentence.text, report.reference, reports.length), sentence.detail].filter(Boolean).join(" "),
              said: sentence.said,
            },
          ],
    );
  });
  return { title: t("dossier.file.story"), sections: [], blocks: [{ kind: "story", entries: inOrder(told) }] };
}

/** What school and office wrote to each other. */
export function conversationChapter({ reports }: CaseFile): Chapter {
  const told = reports.flatMap((one) => [...messagesOf(one, reports.length), ...questionsOf(one, reports.length)]);
  return {
    title: t("dossier.file.conversation"),
    sections: [],
    blocks:
      told.length === 0
        ? [{ kind: "text", text: t("dossier.file.noWords") }]
        : [{ kind: "story", entries: inOrder(told) }],
  };
}

function messagesOf({ report, messages }: FileReport, count: number): readonly Told[] {
  return messages.map((message) => ({
    at: message.at,
    text: about(t("dossier.file.wrote", whoOf(message)), report.reference, count),
    said: message.words,
  }));
}

function questionsOf({ report, questions }: FileReport, count: number): readonly Told[] {
  return questions.flatMap(({ at, kind, askedBy, words, answer }): readonly Told[] => {
    const asked = t("dossier.file.asked", { author: askedBy, what: requestKinds[kind].what[locale] });
    const question = { at, text: about(asked, report.reference, count), said: words };
    if (answer === null) return [question];
    const { author, words: answered } = answer;
    const line = t(answered === null ? "dossier.file.answeredByPaper" : "dossier.file.answered", { author });
    return [question, { at: answer.at, text: about(line, report.reference, count), said: answered }];
  });
}

function whoOf({ author, organisation }: WrittenWords) {
  return { author, organisation };
}

/** Of several reports each line says which one it is about. */
function about(text: string, reference: string, count: number): string {
  return count === 1 ? text : t("dossier.file.about", { text, reference });
}

function inOrder(told: readonly Told[]): readonly StoryEntry[] {
  return told
    .toSorted((one, other) => one.at.getTime() - other.at.getTime())
    .map(({ at, ...entry }) => ({ ...entry, moment: formatMoment(at, locale) }));
}

/** The papers, each with the place where it lies in the package. */
export function papersChapter({ papers }: CaseFile): Chapter {
  const title = t("dossier.file.papers");
  if (papers.length === 0) return { title, sections: [], blocks: [{ kind: "text", text: t("dossier.file.noPapers") }] };
  const places = placesOf(papers);
  return {
    title,
    sections: [],
    blocks: [
      {
        kind: "table",
        header: [
          t("dossier.file.columns.file"),
          t("dossier.file.columns.kind"),
          t("dossier.file.columns.sent"),
          t("dossier.file.columns.print"),
        ],
        shares: [4, 2, 4, 4],
        rows: papers.map((paper, at) => [
          places[at] ?? paper.name,
          kinds[paper.kind].label[locale],
          `${formatMoment(paper.uploadedAt, locale)}, ${paper.sender}`,
          paper.sha256,
        ]),
      },
    ],
  };
}
