import { strToU8, type Zippable, zipSync } from "fflate";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";

interface Workbook {
  /** What stands in `sheetData`. */
  readonly rows: string;
  /** What stands before and after it. */
  readonly before?: string;
  readonly after?: string;
  readonly extra?: Zippable;
}

/** One row of texts. */
export function sheetRow(cells: readonly string[], traits = ""): string {
  const inside = cells.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join("");
  return `<row${traits}>${inside}</row>`;
}

/** A workbook as office programs write them, with one sheet. */
export function aWorkbook({ rows, before = "", after = "", extra = {} }: Workbook): Uint8Array {
  const parts = {
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    "xl/worksheets/sheet1.xml": `<worksheet xmlns="${main}">${before}<sheetData>${addressed(rows)}</sheetData>${after}</worksheet>`,
  };
  const files = Object.entries(parts).map(([name, text]) => [name, strToU8(text)] as const);
  return zipSync({ ...Object.fromEntries(files), ...extra });
}

/** Rows and cells with their addresses, as office programs write them. */
function addressed(rows: string): string {
  let line = 0;
  return rows.replaceAll(/<row(.*?)<\/row>/g, (_, inside: string) => {
    line += 1;
    let column = 64;
    const cells = inside.replaceAll(/<c( t="inlineStr")?>/g, (_cell, kind: string | undefined) => {
      column += 1;
      return `<c r="${String.fromCharCode(column)}${line}"${kind ?? ""}>`;
    });
    return `<row r="${line}"${cells}</row>`;
  });
}
