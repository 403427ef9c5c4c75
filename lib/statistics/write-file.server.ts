import "server-only";
import type { Locale } from "@/lib/i18n/locale";
import type { FigureFile, FileKind } from "./file";
import { csvOf } from "./write-csv";
import { pdfOf } from "./write-pdf.server";
import { xlsxOf } from "./write-xlsx.server";

interface Frame {
  readonly locale: Locale;
  /** How the two sheets of a workbook are called. */
  readonly sheets: { readonly cover: string; readonly figures: string };
}

export const mediaTypes: Readonly<Record<FileKind, string>> = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
  pdf: "application/pdf",
};

export function bytesOf(file: FigureFile, kind: FileKind, { locale, sheets }: Frame): Promise<Buffer> {
  switch (kind) {
    case "xlsx":
      return xlsxOf(file, sheets);
    case "csv":
      return Promise.resolve(Buffer.from(csvOf(file)));
    case "pdf":
      return pdfOf(file, locale);
  }
}
