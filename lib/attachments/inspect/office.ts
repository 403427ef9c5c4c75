import { fail, ok, type Result } from "@/lib/shared/result";
import { listenForActs, type Relation } from "./office-acts";
import { PackageRefused, type PackedPart, readPackage } from "./package";
import { signsOf } from "./signs";
import { looksLikeXml, readXml } from "./xml";

const mainPart = { docx: "word/document.xml", xlsx: "xl/workbook.xml" } as const;
const mainTypes: readonly string[] = [
  "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument",
  "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument",
];

/** Parts that act by themselves, fetch from elsewhere or carry another file. */
const acting =
  /(^|\/)(vbaproject|vbadata|externallinks|activex|embeddings|oleobject|macrosheets|dialogsheets|ctrlprops|customui|querytables|connections\.xml)/i;

/** What is known of a package when all of its parts were looked at. */
interface Package {
  /** Of the parts that were read as XML; names are the same in capitals. */
  readonly read: Set<string>;
  readonly mains: Set<string>;
}

/**
 * A Word or Excel file: a package of parts. Every part is unpacked and looked at, so that what counts is what is in
 * it, and not what its own list says.
 */
export async function inspectOffice(bytes: Buffer, format: "docx" | "xlsx"): Promise<Result<Buffer>> {
  try {
    const seen: Package = { read: new Set(), mains: new Set() };
    await readPackage(bytes, (part) => look(part, seen));
    return isWhole(seen, mainPart[format]) ? ok(bytes) : fail({ code: "file-not-as-named" });
  } catch (error) {
    if (error instanceof PackageRefused) return fail({ code: error.code });
    throw error;
  }
}

/** A program begins where the package says: that has to be the part that was looked at, and is shown. */
function isWhole({ read, mains }: Package, main: string): boolean {
  return read.has("[content_types].xml") && read.has(main) && mains.size === 1 && mains.has(main);
}

async function look({ name, bytes }: PackedPart, seen: Package): Promise<void> {
  if (acting.test(name)) throw new PackageRefused(/vba|macro/i.test(name) ? "file-macros" : "office-acts");
  const signs = signsOf(bytes);
  if (signs === "zip" || signs === "cfb") throw new PackageRefused("office-acts");
  const isNamedXml = /\.(xml|rels)$/i.test(name);
  if (!isNamedXml && !looksLikeXml(bytes)) return;
  const onRelation = ({ type, target }: Relation) => {
    if (/^_rels\/\.rels$/i.test(name) && mainTypes.includes(type)) seen.mains.add(partName(target));
  };
  const isRead = await readXml(bytes, listenForActs(onRelation));
  // Drawings of older programs are nearly XML; whatever else is not, no program reads.
  if (!isRead && isNamedXml) throw new PackageRefused("file-broken");
  if (isRead) seen.read.add(name.toLowerCase());
}

function partName(target: string): string {
  return target.replace(/^\.?\//, "").toLowerCase();
}
