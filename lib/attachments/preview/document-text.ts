import { readPackage } from "../inspect/package";

const paragraph = /<w:p[ >].*?<\/w:p>|<w:p\/>/gs;
const piece = /<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:(tab|br|cr)\b[^>]*>/g;
const signs: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

/** The words of a Word document, one paragraph per line. */
export async function documentText(bytes: Buffer): Promise<string> {
  let xml = "";
  await readPackage(bytes, (part) => {
    if (part.name === "word/document.xml") xml = part.bytes.toString("utf8");
  });
  return [...xml.matchAll(paragraph)].map(([text]) => wordsOf(text)).join("\n");
}

function wordsOf(xml: string): string {
  return [...xml.matchAll(piece)]
    .map(([, text, space]) => (text === undefined ? ({ tab: "\t" }[space ?? ""] ?? "\n") : plain(text)))
    .join("");
}

function plain(text: string): string {
  return text.replaceAll(/&(lt|gt|amp|quot|apos|#\d{1,7}|#x[0-9a-f]{1,6});/gi, (whole, name: string) => {
    const code = name.startsWith("#x") ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    if (!name.startsWith("#")) return signs[name.toLowerCase()] ?? whole;
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
