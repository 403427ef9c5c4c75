import { CsvError, type InfoRecord, type Parser, parse } from "csv-parse";

export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A file that cannot be read as rows at all. */
export class UnreadableFile extends Error {
  override readonly name = "UnreadableFile";
  readonly code: "file-not-utf-8" | "file-empty" | "file-quotes" | "file-row-too-long";
  readonly line: number | null;

  constructor(code: UnreadableFile["code"], line: number | null, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
    this.line = line;
  }
}

const longestRow = 200_000;

/** Rows of a UTF-8 file with commas, semicolons or tabs, as they come; the first one is the header. Empty rows are left out. */
export async function* readCsv(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<CsvRow> {
  for await (const rows of readCsvInPieces(bytes)) for (const row of rows) yield row;
}

/** The same, with the rows that end in one piece of the file together: a wait for each row costs more than reading it. */
export async function* readCsvInPieces(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<readonly CsvRow[]> {
  const pieces = textOf(bytes);
  const start = await firstLineOf(pieces);
  if (start.trim() === "") throw new UnreadableFile("file-empty", null);
  let line = 0;
  let rows: CsvRow[] = [];
  const parser = parserOf(delimiterOf(start), (cells, { lines }) => {
    const isNext = lines === line + 1;
    line = lines;
    rows.push({ line: isNext ? line : line - lineEndsIn(cells), cells });
  });
  const taken = () => {
    const read = rows;
    rows = [];
    return read;
  };
  try {
    for await (const piece of joined(start, pieces)) {
      await written(parser, piece);
      if (rows.length > 0) yield taken();
    }
    await ended(parser);
    if (rows.length > 0) yield taken();
  } catch (cause) {
    throw cause instanceof CsvError ? unreadable(cause, line) : cause;
  } finally {
    parser.destroy();
  }
}

function parserOf(delimiter: string, onRow: (cells: readonly string[], at: InfoRecord) => void): Parser {
  const parser = parse({
    delimiter,
    record_delimiter: ["\r\n", "\n"],
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    max_record_size: longestRow,
    on_record: (cells: readonly string[], at) => {
      onRow(cells, at);
      return null;
    },
  });
  // Told by the write that failed.
  return parser.on("error", () => undefined);
}

function written(parser: Parser, piece: string): Promise<void> {
  return new Promise((resolve, reject) => {
    parser.write(piece, (error) => (error ? reject(error) : resolve()));
  });
}

function ended(parser: Parser): Promise<void> {
  return new Promise((resolve, reject) => {
    parser.end((error?: Error | null) => (error ? reject(error) : resolve()));
  });
}

async function* textOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for await (const piece of bytes) yield decoder.decode(piece, { stream: true });
    yield decoder.decode();
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    throw new UnreadableFile("file-not-utf-8", null, { cause });
  }
}

async function firstLineOf(pieces: AsyncGenerator<string>): Promise<string> {
  let start = "";
  while (!start.includes("\n") && start.length < longestRow) {
    const piece = await pieces.next();
    if (piece.done) break;
    start += piece.value;
  }
  return start;
}

async function* joined(start: string, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  yield start;
  yield* rest;
}

/** What stands most often in the header; a comma when none does. */
function delimiterOf(start: string): string {
  const [header = ""] = start.split("\n", 1);
  const times = (delimiter: string) => header.split(delimiter).length;
  return [",", ";", "\t"].reduce((best, delimiter) => (times(delimiter) > times(best) ? delimiter : best));
}

/** A row with line ends in its cells is named by the line on which it begins. */
function lineEndsIn(cells: readonly string[]): number {
  return cells.reduce((count, cell) => count + cell.split("\n").length - 1, 0);
}

function unreadable(error: CsvError, lastLine: number): UnreadableFile {
  const code = error.code === "CSV_MAX_RECORD_SIZE" ? "file-row-too-long" : "file-quotes";
  const { lines } = error;
  return new UnreadableFile(code, typeof lines === "number" ? lines : lastLine + 1, { cause: error });
}
