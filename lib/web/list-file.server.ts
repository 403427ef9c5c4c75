import "server-only";
import { formatMoment, formatWrittenDay } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import { translatorFor } from "@/lib/i18n/translator";
import type { ReportLine } from "@/lib/reports/views";
import { dayOf } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import type { FigureFile, FileKind } from "@/lib/statistics/file";
import { bytesOf, mediaTypes } from "@/lib/statistics/write-file.server";
import { statuses } from "@/lib/timeline/statuses";

interface Frame {
  readonly organisation: string;
  readonly locale: Locale;
  readonly now: Now;
}

/**
 * The list as a file that leaves the desk: no name, number, first day, hours or reason of a student (settled 9), and
 * no cell that could be a formula.
 */
export async function listFile(lines: readonly ReportLine[], kind: FileKind, frame: Frame) {
  const t = translatorFor(frame.locale);
  const file = fileOf(lines, frame);
  const sheets = { cover: t("myReports.file.cover"), figures: t("myReports.file.sheet") };
  const bytes = await bytesOf(file, kind, { locale: frame.locale, sheets });
  return { name: `${t("myReports.file.name")} ${frame.now.today}.${kind}`, mediaType: mediaTypes[kind], bytes };
}

const columns = [
  "reference",
  "ownReference",
  "group",
  "location",
  "filedOn",
  "status",
  "office",
  "officer",
  "reaction",
] as const;

function fileOf(lines: readonly ReportLine[], { organisation, locale, now }: Frame): FigureFile {
  const t = translatorFor(locale);
  const reactionOf = ({ hasReaction, dueAt }: ReportLine) =>
    hasReaction ? t("myReports.file.reacted") : t("myReports.file.dueOn", { day: formatWrittenDay(dayOf(dueAt)) });
  return {
    title: t("myReports.file.title"),
    header: columns.map((column) => t(`myReports.file.columns.${column}`)),
    rows: lines.map((line) =>
      [
        line.reference,
        line.ownReference ?? "",
        line.group ?? "",
        line.locationName,
        formatWrittenDay(dayOf(line.filedAt)),
        statuses[line.status].label[locale],
        line.officeName ?? "",
        line.officerName ?? "",
        reactionOf(line),
      ].map((text) => ({ kind: "text", text })),
    ),
    cover: [
      { term: t("myReports.file.made"), value: formatMoment(now.at, locale) },
      { term: t("myReports.file.madeFor"), value: organisation },
      { term: t("myReports.file.count"), value: String(lines.length) },
      { term: t("myReports.file.left"), value: t("myReports.file.leftText") },
    ],
  };
}
