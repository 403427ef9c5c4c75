import "server-only";
import { Readable } from "node:stream";
import { stringify } from "csv-stringify";
import writeXlsxFile, { type SheetData } from "write-excel-file/node";
import { balanceLines, otherLines } from "./balance";
import { cellText } from "./cells";
import { type ColumnName, columns } from "./columns";
import { workbookRowsMost } from "./delivery";
import type { FileRow } from "./file-row";
import type { GuideFacts } from "./guide";
import { guideText } from "./guide";

/** What a file is made of. The rows can be walked through again and again, a batch at a time. */
export interface FileSource extends GuideFacts {
  readonly rows: () => AsyncIterable<readonly FileRow[]>;
}

export interface Format {
  readonly suffix: string;
  readonly mediaType: string;
  /** One file after another; most formats need one. */
  readonly write: (source: FileSource) => AsyncIterable<Contents>;
}

type Contents = AsyncIterable<Uint8Array>;

const csvType = "text/csv; charset=utf-8";
const xlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Each delivery comes in all of these. */
export const formats: readonly Format[] = [
  { suffix: "csv", mediaType: csvType, write: writeCsv },
  { suffix: "xlsx", mediaType: xlsxType, write: writeXlsx },
  { suffix: "txt", mediaType: "text/plain; charset=utf-8", write: writeGuide },
];

async function* writeCsv(source: FileSource): AsyncIterable<Contents> {
  yield csvText(source);
}

/** With a mark in front, without which the usual spreadsheet reads the letters wrong; semicolons as it wants them here. */
async function* csvText({ rows, columnNames }: FileSource): Contents {
  const text = stringify({ bom: true, delimiter: ";", record_delimiter: "\r\n", escape_formulas: true });
  const lines = Readable.from(csvLines(rows, columnNames), { objectMode: true });
  lines.on("error", (error) => text.destroy(error));
  for await (const part of lines.pipe(text)) yield part;
}

async function* csvLines(rows: FileSource["rows"], columnNames: readonly ColumnName[]) {
  yield [...columnNames];
  for await (const batch of rows()) {
    for (const row of batch) yield columnNames.map((name) => csvCell(columns[name].value(row)));
  }
}

function csvCell(value: string | number | null): string | number {
  if (value === null) return "";
  return typeof value === "number" ? value : cellText(value);
}

/** The library makes a workbook in memory as a whole; what does not fit goes on in the next one. */
async function* writeXlsx(source: FileSource): AsyncIterable<Contents> {
  let data: SheetData = [headRow(source.columnNames)];
  for await (const batch of source.rows()) {
    for (const row of batch) {
      if (data.length > workbookRowsMost) {
        yield workbook(source, data);
        data = [headRow(source.columnNames)];
      }
      data.push(source.columnNames.map((name) => xlsxCell(name, row)));
    }
  }
  yield workbook(source, data);
}

async function* workbook(source: FileSource, data: SheetData): Contents {
  const widths = source.columnNames.map((name) => ({ width: widthOf(name) }));
  const sheets = [
    { sheet: "Toelichting", data: coverSheet(source), columns: [{ width: 52 }, { width: 14 }] },
    { sheet: "Personen", data, stickyRowsCount: 1, columns: widths },
  ];
  yield await writeXlsxFile(sheets).toBuffer();
}

const bold = "bold" as const;

function headRow(names: readonly ColumnName[]): SheetData[number] {
  return names.map((name) => ({ value: columns[name].head, type: String, fontWeight: bold }));
}

function widthOf(name: ColumnName): number {
  if (name === "class" || name === "school" || name === "next_school") return 34;
  return columns[name].kind === "text" ? 20 : 13;
}

/** Typed by its column: a text stays a text, whatever it looks like. */
function xlsxCell(name: ColumnName, row: FileRow): SheetData[number][number] {
  const value = columns[name].value(row);
  if (value === null || value === "") return null;
  if (typeof value === "number") return { value, type: Number };
  if (columns[name].kind === "date") return { value: new Date(`${value}T00:00:00Z`), type: Date, format: "dd-mm-yyyy" };
  return { value: cellText(value), type: String };
}

function coverSheet(source: FileSource): SheetData {
  const lines = guideText(source).split("\n");
  const numbers = [...balanceLines(source.dataset, source.counts), ...otherLines(source.counts)];
  return [
    ...numbers.map(({ label, count }): SheetData[number] => [
      { value: label.nl, type: String },
      { value: count, type: Number },
    ]),
    [null],
    ...lines.map((line): SheetData[number] => (line === "" ? [null] : [{ value: cellText(line), type: String }])),
  ];
}

async function* writeGuide(source: FileSource): AsyncIterable<Contents> {
  yield piecesOf(guideText(source));
}

export async function* piecesOf(text: string): Contents {
  yield Buffer.from(text, "utf8");
}
