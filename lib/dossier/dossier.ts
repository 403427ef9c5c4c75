import { formatMoment } from "@/lib/i18n/format";
import type { NarrateLabels } from "@/lib/timeline/narrate-labels";
import { absenceChapter, weeksChapter } from "./absence";
import type { CaseFile } from "./case-file";
import type { Dossier, Row } from "./document";
import { conversationChapter, papersChapter, storyChapter } from "./exchange";
import { purposes } from "./purposes";
import { studentChapter, summaryChapter } from "./summary";
import { locale, t } from "./telling";

/** The whole case as a document for somebody outside the desk: no notes of the office, and no protected address. */
export function dossierOf(file: CaseFile, labels: NarrateLabels): Dossier {
  const { reference, has } = file;
  return {
    title: t("dossier.file.title", { reference }),
    cover: {
      lines: [t("dossier.file.heading"), purposes[file.purpose].cover],
      rows: coverRows(file),
      notes: [
        t("dossier.file.confidential"),
        t("dossier.file.left"),
        t(has.papers ? "dossier.file.withPapers" : "dossier.file.withoutPapers"),
      ],
    },
    contents: t("dossier.file.contents"),
    foot: t("dossier.file.foot", { reference }),
    chapters: [
      summaryChapter(file),
      studentChapter(file),
      absenceChapter(file),
      weeksChapter(file),
      storyChapter(file, labels),
      ...(has.conversation ? [conversationChapter(file)] : []),
      papersChapter(file),
    ].map((chapter, at) => ({ ...chapter, title: `${at + 1}. ${chapter.title}` })),
  };
}

function coverRows({ reports, officeName, maker, madeAt }: CaseFile): readonly Row[] {
  const student = reports.at(-1)?.report.student.name ?? "";
  return [
    { term: t("reports.check.student"), value: student },
    { term: t("dossier.file.reports"), value: reports.map(({ report }) => report.reference).join(", ") },
    { term: t("dossier.file.office"), value: officeName },
    {
      term: t("dossier.file.made"),
      value: t("dossier.file.madeBy", { moment: formatMoment(madeAt, locale), name: maker }),
    },
  ];
}
