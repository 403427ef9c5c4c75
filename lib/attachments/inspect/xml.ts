import { setImmediate as nextTurn } from "node:timers/promises";
import { SaxesParser, type SaxesTagNS } from "saxes";
import { PackageRefused } from "./package";

export interface XmlListener {
  readonly open: (tag: SaxesTagNS) => void;
  readonly text: (text: string) => void;
  readonly close: (tag: SaxesTagNS) => void;
}

const chunkSize = 128 * 1024;
/** More than any program writes; the reader remembers each. */
const most = { depth: 1_000, attributes: 1_000 };
const readable = /^(utf-8|us-ascii)$/i;
const sixteenBits = /^(\xff\xfe|\xfe\xff)?(\s\0|\0\s)*(<\0|\0<)/;

/** Whether it begins as XML does, in whichever coding: what it is called says nothing. */
export function looksLikeXml(bytes: Buffer): boolean {
  const mayStandBefore = Buffer.from("\u00ef\u00bb\u00bf\u00ff\u00fe\0\t\n\r ", "latin1");
  return bytes[bytes.findIndex((byte) => !mayStandBefore.includes(byte))] === 0x3c;
}

/**
 * Reads XML to a listener, with turns for others in between; nothing is fetched and no entity becomes anything else.
 * False: an office program cannot read it either.
 */
export async function readXml(bytes: Buffer, listener: XmlListener): Promise<boolean> {
  // Another coding would hide what an office program reads.
  if (sixteenBits.test(bytes.toString("latin1", 0, 1024))) throw new PackageRefused("file-broken");
  const parser = parserFor(listener);
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  try {
    for (let at = 0; at < bytes.length; at += chunkSize) {
      parser.write(decoder.decode(bytes.subarray(at, at + chunkSize), { stream: true }));
      await nextTurn();
    }
    parser.write(decoder.decode()).close();
    return true;
  } catch (error) {
    if (error instanceof PackageRefused || !(error instanceof Error)) throw error;
    return false;
  }
}

function parserFor({ open, text, close }: XmlListener) {
  const parser = new SaxesParser({ xmlns: true, position: false });
  parser.on("xmldecl", ({ encoding }) => refuseIf(encoding !== undefined && !readable.test(encoding), "file-broken"));
  parser.on("doctype", () => refuseIf(true, "office-acts"));
  let depth = 0;
  let attributes = 0;
  parser.on("opentagstart", () => {
    depth += 1;
    attributes = 0;
    refuseIf(depth > most.depth, "file-bomb");
  });
  parser.on("attribute", () => {
    attributes += 1;
    refuseIf(attributes > most.attributes, "file-bomb");
  });
  parser.on("opentag", open);
  parser.on("text", text);
  parser.on("cdata", text);
  parser.on("closetag", (tag) => {
    depth -= 1;
    close(tag);
  });
  return parser;
}

function refuseIf(isRefused: boolean, code: string): void {
  if (isRefused) throw new PackageRefused(code);
}
