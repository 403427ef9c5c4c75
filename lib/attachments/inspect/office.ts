import { fail, ok, type Result } from "@/lib/shared/result";
import { PackageRefused, type PackedPart, readPackage } from "./package";

const mainPart = { docx: "word/document.xml", xlsx: "xl/workbook.xml" } as const;

/** Parts that act by themselves, fetch from elsewhere or carry another file. */
const acting =
  /(^|\/)(vbaproject|vbadata|externallinks|activex|embeddings|oleobject|macrosheets|dialogsheets|ctrlprops|customui)/i;
const macroType = /macroEnabled|vnd\.ms-office\.vbaProject/i;
const declares = /<!(DOCTYPE|ENTITY)/i;
/** Where the three letters start another program; in a text they are only letters. */
const fieldWithDde = /<w:(instrText[^<>]{0,500}>|fldSimple[^<>]{0,500}w:instr=["'])[^<]{0,500}\bDDE/i;
const formula = /<f[^<>]*>([^<]*)<\/f>/g;

/**
 * A Word or Excel file: a package of parts. Every part is unpacked and looked at, so that what counts is what is in
 * it, and not what its own list says.
 */
export async function inspectOffice(bytes: Buffer, format: "docx" | "xlsx"): Promise<Result<Buffer>> {
  try {
    const names = new Set<string>();
    await readPackage(bytes, (part) => {
      names.add(part.name);
      const refusal = refusalOf(part);
      if (refusal !== null) throw new PackageRefused(refusal);
    });
    const isWhole = names.has("[Content_Types].xml") && names.has(mainPart[format]);
    return isWhole ? ok(bytes) : fail({ code: "file-not-as-named" });
  } catch (error) {
    if (error instanceof PackageRefused) return fail({ code: error.code });
    throw error;
  }
}

function refusalOf({ name, bytes }: PackedPart): string | null {
  if (acting.test(name)) return /vba|macro/i.test(name) ? "file-macros" : "office-acts";
  if (bytes.subarray(0, 4).equals(Buffer.from("PK\u0003\u0004"))) return "office-acts";
  return /\.(xml|rels|vml)$/i.test(name) ? refusalOfXml(name, bytes) : null;
}

function refusalOfXml(name: string, bytes: Buffer): string | null {
  const text = bytes.toString("utf8");
  // Another coding would hide from these searches what an office program reads.
  if (text.startsWith("\ufffd") || text.includes("\u0000")) return "file-broken";
  if (/^\s*<\?xml[^>]*encoding=["'](?!utf-?8["']|us-ascii["'])/i.test(text)) return "file-broken";
  if (declares.test(text)) return "office-acts";
  if (name === "[Content_Types].xml" && macroType.test(text)) return "file-macros";
  if (name.endsWith(".rels") && reachesOut(text)) return "office-acts";
  return startsProgram(name, text) ? "office-acts" : null;
}

/** A link that a reader may click is fine; anything else from outside is fetched without asking. */
function reachesOut(relations: string): boolean {
  return [...relations.matchAll(/<Relationship\b[^<>]*>/gi)].some(
    ([relation]) => /TargetMode\s*=\s*["']External["']/i.test(relation) && !/\/hyperlink["']/i.test(relation),
  );
}

/** DDE: a field of Word, or a formula of Excel that names a program before the bar and something of it behind. */
function startsProgram(name: string, text: string): boolean {
  if (!name.startsWith("xl/")) return fieldWithDde.test(text);
  return [...text.matchAll(formula)].some(([, words = ""]) => words.includes("|") && words.includes("!"));
}
