import "server-only";
import writeExcelFile from "write-excel-file/node";
import type { Locale } from "@/lib/i18n/locale";
import { type Translate, translatorFor } from "@/lib/i18n/translator";
import { importRoleCodes } from "@/lib/reports/import/columns";
import type { LeftRows } from "@/lib/reports/queries/import-rows.server";
import type { FigureFile } from "@/lib/statistics/file";
import { csvOf } from "@/lib/statistics/write-csv";
import { mediaTypes } from "@/lib/statistics/write-file.server";
import { rowSentences } from "./row-sentences";

type SheetKind = "csv" | "xlsx";

/** Null: no kind of sheet. */
export function sheetKindOf(asked: string | null): SheetKind | null {
  return asked === "csv" || asked === "xlsx" ? asked : null;
}

/** Rows that were not sent, as they came and with what was mended, and behind them what is wrong with each. */
export function leftRowsFile({ heads, rows }: LeftRows, kind: SheetKind, locale: Locale) {
  const t = translatorFor(locale);
  const file = {
    title: t("imports.page.leftTitle"),
    header: [...heads, t("imports.page.leftLine"), t("imports.page.leftWrong")],
    rows: rows.map(({ line, cells, problems }) =>
      [...cells, String(line), rowSentences(problems, locale).join(" ")].map(asText),
    ),
    cover: [{ term: t("imports.page.leftTitle"), value: t("imports.page.leftText") }],
  };
  return written(file, kind, t, t("imports.page.leftName"));
}

/** A sheet to fill in: the columns by name, and what each holds. */
export function emptySheetFile(kind: SheetKind, locale: Locale) {
  const t = translatorFor(locale);
  const file = {
    title: t("imports.help.title"),
    header: importRoleCodes.map((role) => t(`imports.roles.${role}.label`)),
    rows: [],
    cover: importRoleCodes.map((role) => ({
      term: t(`imports.roles.${role}.label`),
      value: t(`imports.roles.${role}.hint`),
    })),
  };
  return written(file, kind, t, t("imports.help.name"));
}

const asText = (text: string) => ({ kind: "text" as const, text });

async function written(file: FigureFile, kind: SheetKind, t: Translate, name: string) {
  const bytes = kind === "csv" ? Buffer.from(csvOf(file), "utf8") : await workbookOf(file, t);
  return { name: `${name}.${kind}`, mediaType: mediaTypes[kind], bytes };
}

/** The rows come first, because whoever reads the file again reads its first sheet; all cells are text. */
function workbookOf({ header, rows, cover }: FigureFile, t: Translate): Promise<Buffer> {
  const bold = (value: string) => ({ value, type: String, fontWeight: "bold" as const });
  const text = (value: string) => ({ value, type: String });
  const data = [header.map(bold), ...rows.map((row) => row.map((cell) => text(cell.kind === "text" ? cell.text : "")))];
  return writeExcelFile([
    { data, sheet: t("imports.help.sheet"), columns: header.map(() => ({ width: 26 })), stickyRowsCount: 1 },
    {
      data: cover.map(({ term, value }) => [bold(term), { ...text(value), wrap: true }]),
      sheet: t("imports.help.cover"),
      columns: [{ width: 30 }, { width: 90 }],
    },
  ]).toBuffer();
}
